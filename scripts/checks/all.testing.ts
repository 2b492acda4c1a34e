import { availability } from "./availability.testing";
import type { Check } from "./check.testing";
import { doorsAndWalls } from "./doors-and-walls.testing";
import { durability } from "./durability.testing";
import { wordsAndFiles } from "./words-and-files.testing";

/** The 44 checks that Nearer is held against, in their order. The table of docs/SECURITY.md is made from them. */
export const checks: readonly Check[] = [...doorsAndWalls, ...wordsAndFiles, ...durability, ...availability];
