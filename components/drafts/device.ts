import type { Waiting } from "@/components/drafts/around-writer";
import { sealedAt } from "@/components/drafts/sealed-store";

/** The words that wait at one place, for the person of this page. */
export function deviceAt(mark: string, place: string) {
  const kept = sealedAt<Waiting>(mark, place);
  return {
    drop: kept.drop,
    all: async (): Promise<readonly Waiting[]> => (await kept.all()).map(({ value }) => value),
    put: (words: Waiting): Promise<boolean> => kept.put(words.hand, words),
  };
}
