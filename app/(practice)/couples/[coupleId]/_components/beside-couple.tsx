import { CoupleMirror } from "@/components/charts/couple-mirror";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import type { CouplePerson, CoupleView } from "@/db/queries/couples/couple";
import { widestTogetherFirst } from "@/lib/couples/shared-scores";
import { ShowToTwo } from "./show-to-two";

const numberOf = ({ header }: CouplePerson) => `Record ${header.recordNumber}`;

/** Two people while somebody is in the room: what both may see, by record number, and nothing of what one of them keeps. */
export function BesideCouple({ view: { id, first, second, releasable } }: { view: CoupleView }) {
  const rows = widestTogetherFirst(releasable?.rows ?? []);
  return (
    <div data-couple>
      <Crumb href="/caseload">Caseload</Crumb>
      <PageHead title={`${numberOf(first)} and ${numberOf(second).toLowerCase()}`} />
      <Section id="mirror" title="How near, and how near they wish to be">
        {rows.length === 0 ? (
          <Empty title="Nothing to look at together">What both share, and both have answered, appears here.</Empty>
        ) : (
          <CoupleMirror
            caption="Now and wished of both, 0 to 96"
            first={numberOf(first)}
            second={numberOf(second)}
            rows={rows}
          />
        )}
      </Section>
      <ShowToTwo coupleId={id} />
    </div>
  );
}
