import { expect, test } from 'vitest';
import { withFilesInPlace } from './modules.ts';

/** A module as Vite writes it, with the files before its imports in a list. */
const listed = [
  'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["_astro/log.a1.js","_astro/run.b2.js","_astro/sum.c3.js"])))=>i.map(i=>d[i]);',
  'load(()=>import(`./log.a1.js`).then(e=>e.t),__vite__mapDeps([0,1]));load(()=>import(`./sum.c3.js`),__vite__mapDeps([2,1]));',
].join('\n');

test('the files that come before an import are named where it stands', () => {
  expect(withFilesInPlace(listed)).toBe(
    'load(()=>import(`./log.a1.js`).then(e=>e.t),["./log.a1.js","./run.b2.js"]);load(()=>import(`./sum.c3.js`),["./sum.c3.js","./run.b2.js"]);',
  );
});

test('a module that imports nothing later stays as it is', () => {
  expect(withFilesInPlace('const i=d=>d;\n')).toBe('const i=d=>d;\n');
});

test('a list that is written in another way stops the build', () => {
  expect(() => withFilesInPlace(listed.replace('m.f=[', 'm.g=['))).toThrow('no longer lists files');
});
