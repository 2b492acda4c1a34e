import { theirWords } from "@/components/ui/their-words";
import type { SignedNote } from "@/db/queries/notes/note-rows";
import { noteDifferences } from "@/lib/notes/note";

type Props = { note: SignedNote; moment: (at: Date) => string };

/** What was signed and every amendment, the newest first, each with what it changed: nothing is ever written over. */
export function NoteVersions({ note, moment }: Props) {
  const labels = note.template.parts.map(({ label }) => label);
  return (
    <ol className="grid gap-4">
      {note.versions.toReversed().map((version) => {
        const before = note.versions.find(({ ordinal }) => ordinal === version.ordinal - 1);
        const cosigned = note.cosigned.filter(({ ordinal }) => ordinal === version.ordinal);
        return (
          <li key={version.ordinal} className="grid gap-1">
            <p>
              <b>{version.reason === null ? "Signed" : `Amendment ${version.ordinal - 1}`}</b>, {version.by},{" "}
              {moment(version.at)}
            </p>
            {version.reason ? (
              <p className="text-small text-ink-2" {...theirWords}>
                {version.reason}
              </p>
            ) : null}
            {cosigned.map(({ byId, by, at }) => (
              <p key={byId} className="text-small">
                Co-signed by {by}, {moment(at)}
              </p>
            ))}
            {before ? (
              <details>
                <summary>What it changed</summary>
                <dl className="mt-2 grid gap-3">
                  {noteDifferences(labels, before, version).map((one) => (
                    <div key={one.place}>
                      <dt className="text-small font-semibold text-ink-2">{one.place}</dt>
                      <dd className="whitespace-pre-line wrap-anywhere" {...theirWords}>
                        {one.before ? <del className="block text-ink-2">{one.before}</del> : null}
                        {one.after ? <ins className="block">{one.after}</ins> : null}
                      </dd>
                    </div>
                  ))}
                </dl>
              </details>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
