import { OneButton } from "@/components/portal/one-button";
import { task } from "@/components/shell/task";
import { readLeaving } from "../actions";

/** Once, for who agreed before the consent text said it. */
export function AboutLeavingOnce() {
  return (
    <section className={task}>
      <h2>If somebody comes in</h2>
      <p>
        <b>Leave quickly</b>, at the top of every page, shows a weather page and signs you out. On a keyboard, Shift
        three times or Esc twice does the same. Account says more about it.
      </p>
      <OneButton action={readLeaving} fields={{}} label="I have read this" busy="One moment…" />
    </section>
  );
}
