"use client";

import { useSyncExternalStore } from "react";
import { asButton } from "@/components/ui/button";

function whenItChanges(tell: () => void) {
  addEventListener("online", tell);
  addEventListener("offline", tell);
  return () => {
    removeEventListener("online", tell);
    removeEventListener("offline", tell);
  };
}

/** Says when the network is back, and does not take the page away from somebody who reads a number on it. */
export function NetworkNews() {
  const isBack = useSyncExternalStore(
    whenItChanges,
    () => navigator.onLine,
    () => false,
  );
  return (
    <>
      <p role="status">
        {isBack
          ? "This device has a network again."
          : "There is no network on this device. What you need in a hurry stands here all the same."}
      </p>
      <p>
        {/* The address stays that of the page that was asked for, so it opens where the person wanted to go. */}
        <button type="button" {...asButton()} onClick={() => location.reload()}>
          {isBack ? "Open Nearer" : "Try again"}
        </button>
      </p>
    </>
  );
}
