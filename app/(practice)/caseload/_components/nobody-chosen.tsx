import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";

export function NobodyChosen() {
  return (
    <Empty title="Nobody is chosen yet" action={<LinkButton href="/caseload">Go to the caseload</LinkButton>}>
      Tick the boxes before the names on the caseload, then come back here from below the list.
    </Empty>
  );
}
