type Props = {
  name: string;
  legend: string;
  from: number;
  to: number;
  ends: { low: string; high: string };
  value: string | undefined;
};

/** One number of a short row, nothing chosen beforehand. Leaving it open is an answer too. */
export function Scale({ name, legend, from, to, ends, value }: Props) {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  return (
    <fieldset className="scale" aria-describedby={`${name}-ends`}>
      <legend className="label">{legend}</legend>
      <div className="targets" data-count={numbers.length}>
        {numbers.map((number) => (
          <label className="target" key={number}>
            <input type="radio" name={name} value={number} defaultChecked={value === number} />
            <span>{number}</span>
          </label>
        ))}
      </div>
      <p className="ends" id={`${name}-ends`}>
        <span>
          {from} {ends.low}
        </span>
        <span>
          {to} {ends.high}
        </span>
      </p>
    </fieldset>
  );
}
