import { consentText, type Limits } from "@/lib/identity/consent-text";

/** The whole agreement as a client reads it: what ships, and what the practice says in its own words. */
export function AgreementWords({
  limits,
  isOnOwnPage,
}: {
  limits: Pick<Limits, "words" | "additions">;
  isOnOwnPage: boolean;
}) {
  const [Title, Part] = isOnOwnPage ? (["h1", "h2"] as const) : (["h3", "h4"] as const);
  return (
    <>
      <Title>{consentText.title}</Title>
      {consentText.paragraphs.map((paragraph) => (
        <p className="reading" key={paragraph}>
          {paragraph}
        </p>
      ))}
      <Part className={isOnOwnPage ? undefined : "font-strong"}>What is passed on, and when</Part>
      <Paragraphs words={limits.words} />
      {limits.additions ? (
        <>
          <Part className={isOnOwnPage ? undefined : "font-strong"}>What your practice adds</Part>
          <Paragraphs words={limits.additions} />
        </>
      ) : null}
    </>
  );
}

const Paragraphs = ({ words }: { words: string }) =>
  words.split(/\n+/).map((paragraph) => (
    <p className="reading" key={paragraph}>
      {paragraph}
    </p>
  ));
