import type { Metadata, Route } from "next";
import { NotSafeButton } from "@/components/portal/not-safe-button";
import { LinkButton } from "@/components/ui/link-button";
import { loadForClient } from "@/lib/server/load";
import { PortalPage } from "../../_shell/portal-page";
import { notSafe } from "../safe/actions";

export const metadata: Metadata = { title: "A pause" };

const steps = [
  "Put both feet on the floor and let your shoulders drop.",
  "Breathe in while you count to four, and out while you count to six. Five times.",
  "Look around and name five things that you can see.",
  "If somebody is with you, you can say: “I need twenty minutes alone. I am coming back.”",
];

export default async function PausePage() {
  await loadForClient(async () => null);
  return (
    <PortalPage>
      <section className="prose">
        <h1>A pause</h1>
        <p className="read">You can stop here. Nothing is lost, and there is nothing to catch up on.</p>
        <ol className="read">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <div className="stack">
        <LinkButton href={"/portal" as Route}>Back to Today</LinkButton>
        <NotSafeButton action={notSafe} words="I don’t feel safe" busy="One moment…" />
      </div>
    </PortalPage>
  );
}
