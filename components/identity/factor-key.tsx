import { spacedKey } from "@/lib/identity/totp-rule";

/** The key as a picture for a phone, and as letters for whoever sets it up on this device. */
export function FactorKey({ picture, secretKey }: { picture: string; secretKey: string }) {
  return (
    <div className="grid gap-4">
      <p>Open an authenticator app on your phone, add an account, and point it at this picture.</p>
      {/* biome-ignore lint/performance/noImgElement: a data address, there is nothing to optimise */}
      <img src={picture} width={196} height={196} alt="Square code that holds the key, for an authenticator app" />
      <details>
        <summary>Type the key instead</summary>
        <p>
          <code>{spacedKey(secretKey)}</code>
        </p>
        <p className="text-ink-2 text-small">Time-based, six digits, every 30 seconds.</p>
      </details>
    </div>
  );
}
