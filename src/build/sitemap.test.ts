import { expect, test } from 'vitest';
import { siteMap } from './sitemap.ts';

test('the site map lists each address that pages name as theirs once, and no page that names none', () => {
  const page = (address: string) => `<head><link rel="canonical" href="${address}"></head>`;
  const pages = [
    page('https://site.example/b/'),
    page('https://site.example/a/?x=1&#38;y=2'),
    page('https://site.example/b/'),
    '<head></head>',
  ];
  expect([...siteMap(pages).matchAll(/<url><loc>(.*)<\/loc><\/url>/g)].map(([, address]) => address)).toEqual(
    ['https://site.example/a/?x=1&#38;y=2', 'https://site.example/b/'],
  );
});
