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
        <ul className="rows">
          {shown.map(({ id, title }) => (
            <li key={id}>
              <Link className="strong" href={paths.client(clientId).assessment(id)} prefetch={false}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
