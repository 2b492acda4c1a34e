import { AgreementWords } from "@/components/portal/agreement-words";
import { Disclose } from "@/components/ui/disclose";
import { Section } from "@/components/ui/section";
import type { LimitsInForce } from "@/db/queries/clients/consent";
import type { PublishedWords } from "@/db/queries/clients/consent-ledger";
import { counted } from "@/lib/plural";

type Props = { current: LimitsInForce; versions: readonly PublishedWords[]; moment: (at: Date) => string };

/** Every version of the practice’s own words, the newest first: by whom, since when, and how many agreed to it. */
export function AgreementVersions({ current, versions, moment }: Props) {
  return (
    <Section id="versions" title="What holds, and what held">
      {versions.length === 0 ? (
        <div className="grid gap-2">
          <p>The words that come with Nearer hold. Your practice has published none of its own yet.</p>
          <Disclose label="Read it as clients do">
            <div className="grid gap-4 mt-2">
              <AgreementWords limits={current} isOnOwnPage={false} />
            </div>
          </Disclose>
        </div>
      ) : (
        <ol className="grid gap-4 list-none">
          {versions.map((one, index) => (
            <li key={one.version} id={`version-${one.version}`} className="grid gap-1">
              <p>
                <span className="font-strong text-ink">Version {one.version}</span>
                {index === 0 ? ", which holds" : ""}. Published by {one.by}, {moment(one.setAt)}.{" "}
                {one.asksAgain ? "Everybody was asked again." : ""}
              </p>
              <p className="text-ink-2 text-small">{counted(one.agreed, "client")} agreed to it last.</p>
              <Disclose label={`Read version ${one.version}`}>
                <div className="grid gap-4 mt-2">
                  <AgreementWords limits={one} isOnOwnPage={false} />
                </div>
              </Disclose>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
