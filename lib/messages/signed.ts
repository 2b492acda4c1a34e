import { firstNameOf } from "@/lib/first-name";

/** Who wrote a letter, and for whom where they stood in. */
export const signed = (author: string, standsInFor: string | null): string =>
  standsInFor ? `${author}, standing in for ${firstNameOf(standsInFor)}` : author;
