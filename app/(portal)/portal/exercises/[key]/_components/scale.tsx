import { asChoice, ChoiceBox } from "@/components/ui/choice-box";

/** Among the answers of what may be left open: what was chosen can be taken back, with and without script. */
export const noAnswer = { value: "", label: "No answer" } as const;

type Props = {
  name: string;
  legend: string;
  from: number;
  to: number;
  ends: { low: string; high: string };
  value: string | undefined;
  /** Whether it may be left open: then a number that was chosen can be taken back. */
  isOptional?: boolean;
};

/** One number of a short row, nothing chosen beforehand. Leaving it open is an answer too. */
export function Scale({ name, legend, from, to, ends, value, isOptional = false }: Props) {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  const spoken = (number: number) =>
    number === from ? `${number}, ${ends.low}` : number === to ? `${number}, ${ends.high}` : String(number);
  return (
    <fieldset aria-describedby={`${name}-ends`}>
      <legend className="block mb-1.5 font-semibold">{legend}</legend>
      <div
        className="grid gap-y-2 gap-x-[clamp(4px,(100vw_-_296px)_/_5,8px)] grid-cols-[repeat(6,minmax(44px,1fr))] desk:grid-cols-[repeat(11,minmax(44px,1fr))]"
        data-count={numbers.length}
      >
        {numbers.map((number) => (
          <label className="look-number" key={number}>
            <input
              type="radio"
              name={name}
              value={number}
              defaultChecked={value === number}
              aria-label={spoken(Number(number))}
            />
            <span aria-hidden="true">{number}</span>
          </label>
        ))}
      </div>
      <p className="flex gap-4 mt-2 justify-between text-ink-2 text-body" id={`${name}-ends`}>
        <span>
          {from} {ends.low}
        </span>
        <span>
          {to} {ends.high}
        </span>
      </p>
      {isOptional ? (
        <label className={asChoice(false, "min-h-11! items-center! text-ink-2")}>
          <ChoiceBox type="radio" name={name} value={noAnswer.value} />
          <span>{noAnswer.label}</span>
        </label>
      ) : null}
    </fieldset>
  );
}
