import { classNames } from "@/components/ui/class-names";

type Props = { told: string; plain: string; isClose?: boolean };

/** A finding above a chart. On paper stands the one without a word of gain, always: what safety holds leaves no trace there. */
export function Told({ told, plain, isClose = false }: Props) {
  const look = classNames("max-w-[96ch] text-pretty", isClose ? "mb-1 text-ink-2 text-small" : "mb-3");
  return (
    <>
      <p className={classNames(look, "print:hidden")}>{told}</p>
      <p className={classNames(look, "hidden print:block print:break-after-avoid")}>{plain}</p>
    </>
  );
}
