import { firstNameOf } from "@/lib/first-name";

/** “Read by Alma, Tue 14:10”; without a name where nobody kept it, and nothing before it was read. */
export function readWords(
  readAt: Date | null,
  readBy: string | null,
  moment: (at: Date) => string,
): string | undefined {
  if (!readAt) return;
  return `Read${readBy ? ` by ${firstNameOf(readBy)}` : ""}, ${moment(readAt)}`;
}
