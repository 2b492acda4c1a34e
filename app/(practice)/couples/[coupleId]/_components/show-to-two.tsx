import { OneButton } from "@/components/portal/one-button";
import { showToTwo } from "../actions";

/** The way to the screen for two. It says nothing of what it will hold. */
export function ShowToTwo({ coupleId }: { coupleId: string }) {
  return (
    <div className="print:hidden">
      <OneButton
        action={showToTwo}
        fields={{ coupleId }}
        label="A screen for both, in the room"
        busy="Opening…"
        small
      />
    </div>
  );
}
