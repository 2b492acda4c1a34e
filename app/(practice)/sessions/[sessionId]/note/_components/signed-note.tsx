import { theirWords } from "@/components/ui/their-words";
import type { NoteVersion } from "@/lib/notes/note";
import type { NoteTemplate } from "@/lib/notes/template";

type Props = { template: NoteTemplate; version: NoteVersion };

/** The words of a note, heading by heading; what was left empty is left out. */
export function SignedNote({ template, version }: Props) {
  const parts = [
    ...template.parts.map(({ label }, at) => ({ label, words: version.parts[at] ?? "" })),
    { label: "Agreed for next time", words: version.agreed ?? "" },
    { label: "What stands on Today of it", words: version.forClient ?? "" },
  ].filter(({ words }) => words !== "");
  return (
    <dl className="grid gap-4">
      {parts.map(({ label, words }) => (
        <div key={label} className="print:break-inside-avoid">
          <dt className="text-small font-semibold text-ink-2">{label}</dt>
          <dd className="reading max-w-[72ch] whitespace-pre-line wrap-anywhere" {...theirWords}>
            {words}
          </dd>
        </div>
      ))}
    </dl>
  );
}
