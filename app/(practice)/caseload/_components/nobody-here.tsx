import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import type { CaseloadView } from "@/lib/caseload/view";

/** An empty list says why it is empty, and what to do. */
export function NobodyHere({ view, isEmptyPractice }: { view: CaseloadView; isEmptyPractice: boolean }) {
  if (isEmptyPractice) {
    return (
      <Empty title="No clients yet" action={<LinkButton href="/clients/new">Enrol your first client</LinkButton>}>
        Each client you enrol appears here with what they need from you.
      </Empty>
    );
  }
  return (
    <Empty
      title={view.q ? `Nobody called “${view.q}” in this view` : "Nobody in this view"}
      action={<LinkButton href="/caseload?state=all">Show everybody</LinkButton>}
    >
      Try other words, or take a filter away.
    </Empty>
  );
}
