import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import type { ClientSitting } from "@/db/queries/assessments/client-sittings";
import { paths } from "@/lib/paths";

type Props = { clientId: string; open: readonly ClientSitting[] };

/** While somebody is in the room: what may be answered here together, and no word of what was, or of safety questions. */
export function BesideOpen({ clientId, open }: Props) {
  const shown = open.filter(({ isSafety }) => !isSafety);
  return (
    <Section id="open" title="To answer">
      {shown.length === 0 ? (
        <Empty title="Nothing to answer here now" />
      ) : (
        <ul className="list-none">
          {shown.map(({ id, title }) => (
            <li
              className="flex gap-y-1 gap-x-5 py-2.5 border-b border-line flex-wrap items-center justify-between print:break-inside-avoid"
              key={id}
            >
              <Link
                className="font-strong text-inherit no-underline hover:underline"
                href={paths.client(clientId).assessment(id)}
                prefetch={false}
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
