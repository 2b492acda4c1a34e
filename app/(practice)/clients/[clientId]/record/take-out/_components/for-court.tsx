import { RadioGroup } from "@/components/ui/radio-group";
import type { DemandRecord } from "@/db/queries/exports/court-demands";
import { courtStamp } from "@/lib/exports/court";

/** Whether the file is for a court that asks: then its stamp stands first in it. */
export function ForCourt({ demands }: { demands: readonly DemandRecord[] }) {
  return (
    <RadioGroup
      name="demandId"
      legend="What it is for"
      cards
      defaultValue=""
      choices={[
        { value: "", label: "Not for a court" },
        ...demands.map(({ id, words }) => ({
          value: id,
          label: "For the court",
          sub: `${words} Its first file says: “${courtStamp}” What the client wrote, and moves, only where the court names them.`,
        })),
      ]}
    />
  );
}
