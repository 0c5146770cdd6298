/** On the front page: a gentle note, once the day has come on which the test is best taken again. */
try {
  const due = localStorage.getItem('who-says:due');
  if (due && Date.parse(due) <= Date.now()) document.getElementById('due')!.hidden = false;
} catch {
  // Denied: then nothing was remembered.
}

export {};
