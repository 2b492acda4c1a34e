import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { LooksAgain } from "@/components/ui/looks-again";
import { ProgressLine } from "@/components/ui/progress-line";
import type { AskedExport, MadeExport } from "@/db/queries/exports/export-files";
import { exportParts } from "@/lib/exports/choices";
import { type FileKind, fileKindLabel } from "@/lib/exports/formats";
import { formatList, formatMoment, formatTime, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";

type Props = {
  clientId: string;
  files: readonly MadeExport[];
  asked: readonly AskedExport[];
  now: Date;
  zone: string;
};

/** What the reader made and can take: small files for an hour, long ones once a worker has read them, for a day. */
export function FilesToTake({ clientId, files, asked, now, zone }: Props) {
  if (files.length + asked.length === 0)
    return <Empty title="No file">A file stands here for an hour after you made it, for you alone.</Empty>;
  const href = (id: string) => `/api/clients/${clientId}/files/${id}`;
  return (
    <>
      {asked.some(({ endedAt }) => endedAt === null) ? <LooksAgain seconds={3} /> : null}
      <ul className="grid gap-4">
        {asked.map((one) => (
          <li key={one.id} className="grid gap-0.5">
            {one.endsAt === null ? (
              <ProgressLine
                id={one.id}
                label={`${fileKindLabel(one.format)}: ${grouped(one.done)} of ${grouped(one.total)} rows read.`}
                done={one.done}
                total={one.total}
              >
                <Link href={paths.client(clientId).takeOut} prefetch={false}>
                  Look again
                </Link>
                . You can leave this page. Where letters are sent, one says when it is ready.
              </ProgressLine>
            ) : (
              <>
                <a href={href(one.id)} download className="justify-self-start font-semibold">
                  {`${fileKindLabel(one.format)}, ${grouped(one.total)} rows`}
                </a>
                <span className="text-ink-2 text-small">
                  {`${partsOf(one)} It is gone ${inSentence(formatMoment(one.endsAt, now, zone))}. It is put together as you take it, which can take some seconds.`}
                </span>
              </>
            )}
          </li>
        ))}
        {files.map((file) => (
          <li key={file.id} className="grid gap-0.5">
            <a href={href(file.id)} download className="justify-self-start font-semibold">
              {fileKindLabel(file.format)}, {sizeOf(file.bytes)}
            </a>
            <span className="text-ink-2 text-small">
              {partsOf(file)} Made at {formatTime(file.madeAt, zone)}, gone at {formatTime(file.endsAt, zone)}.
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const grouped = (rows: number) => rows.toLocaleString("en-GB");

const sizeOf = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))}\u00a0KB`;

const partsOf = ({ format, parts }: { format: FileKind; parts: MadeExport["parts"] }) =>
  format === "all" ? "What the harm test gave." : `${formatList(parts.map((part) => exportParts[part].label))}.`;
