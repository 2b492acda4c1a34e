import { type Reading, readingGrade, readingLimits, readingMinutes, readingWords } from "@/lib/learn/reading";
import { counted } from "@/lib/plural";
import { aboutMinutes } from "@/lib/time/minutes";

/** How long a reading takes and how easily it reads. Hints only: what to publish is the owner's to say. */
export function Ease({ sections }: Pick<Reading, "sections">) {
  const words = readingWords({ sections });
  if (words === 0) return <p className="ease sm sec">Three to five minutes are about 450 to 750 words.</p>;
  const minutes = readingMinutes({ sections });
  const age = Math.max(6, Math.round(readingGrade({ sections })) + 5);
  const { leastMinutes, mostMinutes, grade } = readingLimits;
  const hints = [
    minutes < leastMinutes ? "It is short; three to five minutes suit most people." : "",
    minutes > mostMinutes ? "It is long; three to five minutes suit most people." : "",
    readingGrade({ sections }) >= grade
      ? "Shorter sentences and shorter words help: aim for about age 12, since an anxious reader takes in less."
      : "",
  ].filter(Boolean);
  return (
    <p className="ease sm sec">
      <b>
        {counted(words, "word")}, {aboutMinutes(minutes)}, reads easily from about age {age}
      </b>
      {hints.length > 0 ? `. ${hints.join(" ")}` : "."}
    </p>
  );
}
