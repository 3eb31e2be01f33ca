/**
 * Words that the most used German and English passwords are made of (Hasso-Plattner-Institut's yearly
 * lists, the NCSC's hundred thousand), lower case, without digits and endings: attackers add those
 * first. Words of fewer than three letters would be found by accident inside others.
 */
export const COMMON_PASSWORD_WORDS: readonly string[] = `
abitur admin administrator adobe aloha america andrea andreas angel anna anton apple arsenal arschloch
asdf august autumn baby banane barcelona baseball basketball batman bayern bella berlin bianca blume
borussia buero bundesliga butterfly charlie chelsea chocolate christian claudia computer cookie
daniel daniela default deutschland dezember dienstag diamond donnerstag dortmund dragon drache
einloggen elefant england engel erdbeere familie februar ferrari ficken finnland flower football
fotball frankfurt freitag freiheit frieden friends fruehling fussball fußball gast geheim gemeinde
germany ginger google gott guest gurke hallo hamburg hannover hannes hase hello herbst herzog hund
hunter iloveyou internet jannik januar jasmin jennifer jessica jesus johannes jordan juli julia juni
kaffee katze kennwort killer koeln köln kommune kuchen landkreis laura lieb liebe liverpool login
london lovely lukas luna maerz mai mama manager manuel manuela marcel maria martin master maus
max mercedes merlin michael michelle mickey minecraft mittwoch monkey montag muster mutter mozart
nadine naruto nicole niklas november nrw october oktober office oktoberfest ostern papa passw pass
password passwort patrick peter pfirsich pokemon porsche prinzessin princess purple qwer qwert
qwerty qwertz qwertzu qwertyuiop qwertzuiop qweasd rainbow rathaus robert root samsung sandra
samstag schalke schatz schatzi schmetterling schnecke schokolade schule schwein secret sebastian
sefton september shadow slipknot snoopy sommer sonne sonnenschein sonntag spring stadt start starwars
stefan steffi stern sternchen summer sunshine superman superstar susanne telefon test testen thomas
tiger tinkerbell tobias trustno urlaub user vater verein verwaltung wald webmaster welcome werkraum
willkommen winter workshop yamaha yellow zukunft zuhause
`
  .trim()
  .split(/\s+/);
