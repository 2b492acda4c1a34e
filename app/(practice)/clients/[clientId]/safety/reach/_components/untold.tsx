import { ActionForm } from "@/components/forms/action-form";
import { FormSelect } from "@/components/forms/form-fields";
import { Disclose } from "@/components/ui/disclose";
import { Section } from "@/components/ui/section";
import type { ClientReach } from "@/db/queries/safety/safety-reach";
import { setUntold } from "../../actions";

/** Colleagues who learn nothing of this client: a relative or friend of the partner, for instance. */
export function Untold({ reach, firstName }: { reach: ClientReach; firstName: string }) {
  const { header, untold, colleagues } = reach;
  const id = <input type="hidden" name="clientId" value={header.id} />;
  const left = colleagues.filter((one) => !untold.some(({ accountId }) => accountId === one.accountId));
  return (
    <Section
      id="untold"
      title="Never told"
      sub={`Whoever stands here gets no letter about ${firstName}, is never asked, and does not find ${firstName} among the clients.`}
    >
      {untold.length === 0 ? <p className="text-ink-2">Nobody.</p> : null}
      {untold.map(({ accountId, name }) => (
        <ActionForm
          key={accountId}
          action={setUntold}
          submit={`Lift it for ${name}`}
          busy="Saving…"
          look="outline"
          small
        >
          {id}
          <input type="hidden" name="accountId" value={accountId} />
          <input type="hidden" name="decision" value="lifted" />
          <p className="font-strong text-ink">{name}</p>
        </ActionForm>
      ))}
      {left.length > 0 ? (
        <div className="[&>*]:max-w-full [&>:is(p,details[open])]:flex-[1_0_100%] flex gap-2 mt-3.5 flex-wrap items-start">
          <Disclose label="Name somebody">
            <ActionForm action={setUntold} submit="Never tell them" busy="Saving…" look="outline" small>
              {id}
              <input type="hidden" name="decision" value="named" />
              <FormSelect
                name="accountId"
                label="Colleague"
                options={left.map(({ accountId, name }) => ({ value: accountId, label: name }))}
              />
            </ActionForm>
          </Disclose>
        </div>
      ) : null}
    </Section>
  );
}
