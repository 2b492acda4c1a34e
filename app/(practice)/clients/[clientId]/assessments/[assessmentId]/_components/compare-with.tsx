import { Button } from "@/components/ui/button";
import { BarSelect } from "@/components/ui/select";
import { SubmitOnChange } from "@/components/ui/submit-on-change";

type Props = { chosen: string; options: readonly { value: string; label: string }[] };

/** Chooses the date beside which this response is read. The choice lives in the address. */
export function CompareWith({ chosen, options }: Props) {
  return (
    <form method="get" id="compare" className="flex gap-2.5 flex-wrap items-center print:hidden">
      <BarSelect name="with" label="Beside" showLabel options={options} defaultValue={chosen} />
      <Button type="submit" small>
        Show
      </Button>
      <SubmitOnChange form="compare" />
    </form>
  );
}
