import { task } from "@/components/shell/task";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { isDimensionItem, isShownAlone, itemWords, numberOf, type ShareItem } from "@/lib/couples/share-items";
import { paths } from "@/lib/paths";

type Props = { choices: readonly ShareItem[]; partner: string };

const subs: Partial<Record<ShareItem, string>> = {
  "connection-weeks": "A typical check of each week that is over. No single day, and no note.",
  sexual: "Never shown by your choice alone. It may be in a picture that your therapist releases to you both.",
  "practice-days": "How many days of each week that is over. Not which exercise, and nothing you wrote.",
};

/** Nothing is ticked for the person, and the next page shows before it asks. Numbers stand in the address, not words. */
export function ChooseItems({ choices, partner }: Props) {
  if (choices.length === 0) return null;
  const dimensions = choices.filter(isDimensionItem);
  const [alone, inPicture] = [dimensions.filter(isShownAlone), dimensions.filter((item) => !isShownAlone(item))];
  return (
    <section className={task}>
      <h2>Show {partner} something</h2>
      <p>
        What you write, your safety answers and your messages are not on this list. They stay between you and your
        therapist, whoever asks.
      </p>
      <form
        action={paths.portal.sharePreview}
        method="get"
        className="[&_label]:py-2 [&_label]:min-h-11 grid gap-3 print:hidden"
      >
        {choices
          .filter((item) => !isDimensionItem(item))
          .map((item) => (
            <Choice key={item} item={item} />
          ))}
        {dimensions.length > 0 ? (
          <fieldset>
            <legend className="mt-2 mb-1.5 font-semibold">Kinds of close, as you answered</legend>
            <div className="grid gap-y-1 gap-x-4 grid-cols-[repeat(auto-fill,minmax(min(220px,100%),1fr))]">
              {alone.map((item) => (
                <Choice key={item} item={item} />
              ))}
            </div>
            {inPicture.map((item) => (
              <Choice key={item} item={item} />
            ))}
          </fieldset>
        ) : null}
        <div>
          <Button type="submit">See it as {partner} would</Button>
        </div>
      </form>
    </section>
  );
}

function Choice({ item }: { item: ShareItem }) {
  const number = numberOf(item);
  return <Checkbox id={`show-${number}`} name="show" value={number} label={itemWords(item)} sub={subs[item]} />;
}
