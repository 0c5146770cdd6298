/** On the front page: a gentle note, once the day has come on which the test is best taken again. */
try {
  const due = localStorage.getItem('who-says:due');
  // From the first hour of that day, as a calendar has it.
  if (due && new Date(due).setHours(0, 0, 0, 0) <= Date.now()) document.getElementById('due')!.hidden = false;
} catch {
  // Denied: then nothing was remembered.
}

export {};
