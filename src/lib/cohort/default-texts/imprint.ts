import type { DefaultText } from './placeholders';

/** First draft of the imprint (§ 5 DDG); the administrator completes it. */
export const imprintDraft: DefaultText = {
  de: `
<h2>Anbieter</h2>
<p>{organisation}</p>
<p>{address}</p>
<h2>Vertreten durch</h2>
<p>{representative}</p>
<h2>Kontakt</h2>
<p>Telefon: {phone}</p>
<p>E-Mail: {contact}</p>
<h2>Register</h2>
<p>{register}</p>
<h2>Verantwortlich für den Inhalt der öffentlichen Seiten</h2>
<p>{representative}, Anschrift wie oben</p>
<h2>Inhalte der geschlossenen Gruppen</h2>
<p>Was Teilnehmende in einer geschlossenen Gruppe schreiben, ist ihr eigener Beitrag und nicht öffentlich. Wenn Sie meinen, dass ein Inhalt Ihre Rechte verletzt, schreiben Sie uns bitte an die oben genannte Adresse.</p>
<h2>Software</h2>
<p>Diese Plattform wird mit Werkraum betrieben. Schriften und Symbole liegen auf dem eigenen Server.</p>
`,
  en: `
<h2>Provider</h2>
<p>{organisation}</p>
<p>{address}</p>
<h2>Represented by</h2>
<p>{representative}</p>
<h2>Contact</h2>
<p>Telephone: {phone}</p>
<p>E-mail: {contact}</p>
<h2>Register</h2>
<p>{register}</p>
<h2>Responsible for the content of the public pages</h2>
<p>{representative}, address as above</p>
<h2>Content of the closed groups</h2>
<p>What participants write in a closed group is their own contribution and is not public. If you believe that something infringes your rights, please write to the address above.</p>
<h2>Software</h2>
<p>This platform runs on Werkraum. Fonts and icons are served from its own server.</p>
`,
};
