import type { Eraser } from "@/runtime/backup/erasures";

/** How each kind of erasing is done again after a restore. Nothing in Nearer erases yet, so no line names a kind. */
export const erasers: Readonly<Record<string, Eraser>> = {};
