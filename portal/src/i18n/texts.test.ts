import { expect, it } from 'vitest';
import { en } from './en';
import { ja } from './ja';

function placeholders(texts: object): string[] {
  return Object.entries(texts).flatMap(([feature, of]) =>
    Object.entries(of as Record<string, string>).map(
      ([key, text]) => `${feature}.${key}: ${[...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort().join(' ')}`,
    ),
  );
}

it('says the same in both languages, with the same values in it', () => {
  expect(placeholders(en)).toEqual(placeholders(ja));
});
