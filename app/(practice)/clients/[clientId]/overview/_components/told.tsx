import { classNames } from "@/components/ui/class-names";

type Props = { told: string; plain: string; look?: string };

/** A finding above a chart. On paper stands the one without a word of gain, always: what safety holds leaves no trace there. */
export function Told({ told, plain, look = "mb-3 max-w-[96ch] text-pretty" }: Props) {
  return <Both told={told} plain={plain} look={look} />;
}

/** Where somebody stands, in a sentence or two at the head of the page. Nothing on paper where there is nothing plain to say. */
export function Summary({ told, plain }: { told: string | null; plain: string | null }) {
  return (
    <Both
      told={told}
      plain={plain}
      look="[[data-notice]+&]:mt-4 mt-5 mb-6 max-w-[78ch] font-normal text-lead leading-quote font-serif text-balance"
    />
  );
}

/** Said once where both are the same. */
function Both({ told, plain, look }: { told: string | null; plain: string | null; look: string }) {
  if (told === plain) return told ? <p className={classNames(look, "print:break-after-avoid")}>{told}</p> : null;
  return (
    <>
      {told ? <p className={classNames(look, "print:hidden")}>{told}</p> : null}
      {plain ? <p className={classNames(look, "hidden print:block print:break-after-avoid")}>{plain}</p> : null}
    </>
  );
}
