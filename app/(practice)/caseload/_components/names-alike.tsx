import { Notice } from "@/components/ui/notice";
import { namesAlike } from "@/lib/caseload/several";
import { formatList } from "@/lib/format";

/** Said before anything is sent: two of one name are told apart by what stands below it. */
export function NamesAlike({ people }: { people: readonly { name: string }[] }) {
  const names = namesAlike(people);
  if (names.length === 0) return null;
  return (
    <Notice tone="plain" title={`More than one is called ${formatList(names)}.`}>
      The number of the record tells them apart.
    </Notice>
  );
}
