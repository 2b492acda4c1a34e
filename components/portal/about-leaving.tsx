/** What *Leave quickly* does, and what it cannot: said before somebody needs it. */
export function AboutLeaving() {
  return (
    <div className="mb-5 grid gap-4">
      <p>
        <b>Leave quickly</b> stands at the top of every page. It shows a weather page in place of this one, signs you
        out in every tab, and clears what Nearer kept in this browser. It works without a network too. On a keyboard,
        Shift three times does the same, and so does Esc twice.
      </p>
      <div>
        <p>What stays, because it is the device’s own:</p>
        <ul className="mt-3.5 grid list-disc gap-2.5 pl-[1.2em]">
          <li>the addresses in the browser’s history, with nothing in them but numbers and the name Nearer</li>
          <li>what the browser suggests as somebody types an address</li>
          <li>a password that the browser offered to keep</li>
          <li>a mark by which Nearer knows this browser again, and which opens nothing</li>
          <li>a passkey, if you added one here: take it away under Account, and in the device’s own settings</li>
          <li>e-mails, and the phone’s own list of calls</li>
        </ul>
      </div>
      <p>If somebody looks at this device, open Nearer in a private window, or on a device that only you use.</p>
    </div>
  );
}
