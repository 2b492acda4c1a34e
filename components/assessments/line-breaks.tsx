/** Where the lines of a chart break or ask in other words, beside the chart that shows it. */
export const LineBreaks = ({ sentences }: { sentences: readonly string[] }) =>
  sentences.map((sentence) => (
    <p className="mb-2 mt-1.5 max-w-[96ch] text-ink-2 text-small" key={sentence}>
      {sentence}
    </p>
  ));
