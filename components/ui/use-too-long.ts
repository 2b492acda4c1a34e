"use client";

import { useState } from "react";
import { tooLongBy } from "@/lib/limits";

type Given = { value?: unknown; defaultValue?: unknown };

/**
 * What is too long stays as it was typed or pasted, and by how much stands beside it: a browser's own maxlength cuts it off
 * where nobody sees it. Answers the sentence, if there is one, and what looks again.
 */
export function useTooLong(most: number | undefined, { value, defaultValue }: Given) {
  const overBy = (words: unknown) =>
    most === undefined || typeof words !== "string" ? 0 : Math.max(0, words.trim().length - most);
  const [over, setOver] = useState(() => overBy(value ?? defaultValue));
  const sentence = over > 0 && most !== undefined ? tooLongBy(over, most) : undefined;
  return [sentence, (words: string) => setOver(overBy(words))] as const;
}
