/** A test by its file and its titles, or a part of `npm run proof` by its file alone. */
export type Shown = readonly [file: string, ...titles: string[]];

export type Check = {
  what: string;
  shown: readonly Shown[];
  /** What no test of this list shows, in words. Left out where nothing is. */
  rest?: string;
};

export const proof = (part: string): Shown => [`bench/proof-${part}.ts`];
