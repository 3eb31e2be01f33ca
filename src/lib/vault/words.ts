/**
 * The words that a fingerprint is read aloud in: eleven bits each. They are nouns that everybody in
 * the room knows, any two differ in at least two letters, and (but for some) in their first four; so
 * a word half heard, or half read on a phone, is not taken for another. The order is the meaning:
 * whoever changes, adds or moves a word changes every fingerprint that was ever compared.
 */
export const WORDS: readonly string[] = `
Abakus Abbild Abdruck Abend Abendrot Abfall Abfluss Abgas Abhang Abholung Abitur Ablage Abreise
Abschied Abseits Abstand Abteil Abwasch Achse Achteck Adler Adresse Agave Agenda Ahorn Aikido Airbag
Akademie Akazie Akkord Akku Akrobat Aktie Akustik Alarm Alarmton Albatros Album Algebra Alltag Alm
Almwiese Aloe Alpaka Alphabet Alphorn Altbau Altglas Altstadt Alufolie Ambiente Amboss Ameise
Amethyst Ampel Amphore Amulett Anakonda Analyse Ananas Anbau Anblick Andenken Anekdote Anemone
Anfang Anflug Angebot Angel Anis Anker Ankleide Ankunft Anlauf Anleger Anorak Anpfiff Anprobe Anruf
Ansage Anstrich Antenne Antilope Antwort Anwalt Anzeige Anzug Apfel Apfelmus Apotheke Apparat
Appetit Applaus Aprikose April Aquarell Aquarium Arbeit Archipel Archiv Arena Arie Arkade Armatur
Armband Armbeuge Armlehne Armreif Arnika Artikel Arzt Asche Asphalt Aspik Ast Asteroid Atelier Atem
Atlas Atoll Atrium Auerhahn Aufbau Auffahrt Aufgabe Auflauf Aufnahme Aufsatz Aufstieg Auftrag
Aufwand Aufzug Augapfel Auktion Aula Ausblick Ausflug Ausguss Aushang Aushilfe Auskunft Ausleihe
Auspuff Ausritt Aussicht Auster Ausweis Auto Avocado Axolotl Azalee Baby Bachlauf Backofen Badehose
Bagel Bagger Baguette Balance Balkon Ballett Balsam Bambus Banane Banjo Banknote Barcode Bargeld
Barista Barren Bart Basar Baseball Basis Bastelei Batterie Bauamt Baugrube Bauhof Bauklotz Bauland
Baumhaus Bauplan Bausatz Bauwagen Bauzaun Becher Beere Beet Beginn Begonie Beiboot Beifall Beilage
Beispiel Beitrag Beleg Benzin Bergsee Bericht Beruf Bescheid Besen Besteck Besuch Beton Bettruhe
Beutel Beweis Bewohner Bezirk Biathlon Biber Bidet Biegung Biene Bikini Bildband Billard Bingo
Biogas Biotop Birkhuhn Birnbaum Biskuit Bison Bistro Biwak Blase Blatt Blauwal Blazer Blech Blende
Blinker Blitz Blog Blume Bobbahn Boccia Boden Bohrer Boiler Boje Bolero Bolzen Bommel Bonbon Bonsai
Bonus Borke Borste Botanik Bottich Bouillon Boutique Bowling Boxer Boxring Brandung Bratsche Brause
Brei Bremse Brenner Brezel Brief Brikett Brillant Brise Brocken Brokkoli Bronze Brosche Brotkorb
Brownie Bruch Brunnen Bucht Buckel Bude Budget Buffet Buggy Bugwelle Bulgur Bumerang Bungalow Burger
Burrito Busch Bushalt Buslinie Busreise Bussard Butter Cabrio Camper Caravan Cardigan Carport Cashew
Cello Cembalo Cent Charme Chat Cheddar Chicoree Chor Chronik Chutney Ciabatta Clown Club Cockpit
Code Comeback Comic Computer Cordhose Cottage Couch Cousine Cowboy Crew Crouton Cupcake Curling
Dachs Dackel Dahlie Damast Damm Dampflok Dank Darts Datei Datum Daune Decke Deich Dekade Delfin
Denkmal Depot Derby Design Desktop Dessert Detail Detektiv Dezember Diadem Diagramm Dialog Diamant
Dickicht Diele Dienstag Diesel Dimmer Dinkel Dino Diplom Dirigent Dirndl Disco Diskus Display
Distanz Dogge Doktor Dokument Dolde Dollar Domino Dompteur Donut Dorfkern Dorn Dotter Drachen Dragee
Draht Drama Drehbuch Dreieck Dreirad Drilling Drogerie Dromedar Droschke Drucker Duett Duftnote
Dummy Dunst Duschbad Dutzend Dynamo Ebbe Ebene Echo Eckbank Eckfahne Eckhaus Eckstein Eckzahn Eclair
Efeu Ehepaar Ehrenamt Eiche Eidechse Eidotter Eieruhr Eigentor Eiland Eilbrief Eilzug Einblick
Eindruck Einfahrt Eingang Einhorn Einkauf Einrad Einsatz Eintopf Eis Eisberg Eiscreme Eisdiele Eisen
Eisfach Eiskugel Eislauf Eismeer Eissalat Eisvogel Eiszeit Elch Elefant Elfe Elfmeter Ellbogen
Elster Eltern Emblem Emoji Empfang Emu Ende Endivie Endrunde Endspurt Energie Entchen Entlein
Entwurf Enzian Epilog Episode Epoche Erbse Erdapfel Erdbeere Erdgas Erdkunde Erdloch Erdnuss Erdteil
Erfinder Erfolg Erholung Erker Erle Ernte Erpel Eselsohr Espe Espresso Essay Essig Esstisch Estragon
Etage Etikett Etui Euro Ewigkeit Examen Exemplar Experte Express Extrakt Fabel Fabrik Facette
Fachwerk Faden Fagott Fahrrad Falafel Falke Fallobst Faltboot Familie Fanfare Fangnetz Fantasie
Farbtopf Farn Fasan Fasching Fassade Faultier Favorit Fazit Feiertag Feile Feinkost Feldbett
Feldhase Feldweg Felge Fell Felswand Fenchel Fenster Ferien Ferkel Fernbus Festival Feuer Figur
Filet Filiale Filter Filzhut Finale Findling Finger Finte Firma Fisch Fitness Fixstern Fjord Flagge
Flamingo Flanell Flaum Fleece Fleisch Flicken Flieder Floh Florett Flosse Flugzeug Flunder Flur
Fohlen Fokus Folklore Fondue Forelle Formular Forst Fossil Foto Foxtrott Foyer Frachter Fragment
Franse Freibad Freude Frieden Frisur Front Frosch Frucht Fuchs Fuge Fuhrwerk Fundort Funkturm Furche
Futon Gabelung Galaxie Galerie Galopp Gamasche Gangway Gans Garage Gardine Garnele Garten Gaslampe
Gasthaus Gatter Gaumen Gazelle Gebirge Gecko Gedanke Gedeck Geduld Gefieder Gegend Gehstock Geier
Geige Geist Gelatine Geld Gelenk Gemeinde Gemisch Genuss Gepard Geranie Gerbera Gerste Geruch Gesang
Gesicht Gespenst Gestein Getreide Gewand Gewebe Gewitter Geysir Gezeiten Giebel Gimpel Ginkgo
Ginster Gipfel Gips Giraffe Girlande Gitarre Gladiole Glanz Glas Glatteis Gleiter Glitzer Globus
Glocke Glossar Glut Gnocchi Gnu Gobelin Gockel Gokart Goldmine Golfball Gondel Gong Gorilla Graben
Grafik Gramm Granit Grashalm Grauwal Greifer Grenze Griffel Grill Grimasse Grissini Grizzly Groschen
Grotte Grund Gruppe Guckloch Gulasch Gully Gurke Gurt Guss Guthaben Gutshof Haargel Habicht Hafen
Hahn Halbmond Halde Halloumi Halogen Hals Halter Hammer Hamster Handtuch Hangar Hantel Harke
Harlekin Harmonie Hartholz Harz Hasel Hauptweg Hauswand Haut Hebamme Heckrad Hefeteig Hefter
Heilbutt Heimweh Heizung Helfer Helium Helm Hemd Hengst Henkel Henne Herberge Herde Hering Herkunft
Hermelin Herzchen Heu Heuboden Heugabel Heupferd Hibiskus Hilfe Himbeere Himmel Hinflug Hinweis
Hiphop Hirsch Hitze Hobby Hobel Hochhaus Hockey Hof Hofhund Hofladen Hoftor Hohlweg Holunder Holz
Honig Honorar Horizont Hornisse Horoskop Hort Hose Hotdog Hotline Hufeisen Hummus Humor Hund Husky
Hutband Hydrant Hygiene Hymne Idee Idol Igel Iglu Iltis Imbiss Imkerei Index Ingwer Initiale
Innenhof Insel Institut Internet Inventur Irrlicht Isomatte Jahrbuch Jalousie Januar Jawort Jazz
Jeans Job Jodler Jogger Jogurt Jojo Jolle Jongleur Journal Joystick Jubelruf Judo Jugend Jukebox
Jurte Jury Jutesack Juwel Kabarett Kabeljau Kabine Kachel Kaffee Kaftan Kajak Kakao Kaktus Kalb
Kalender Kalmar Kalorie Kaltluft Kamera Kamin Kammgarn Kanapee Kandis Kanister Kanon Kantine Kanu
Kapitel Kapsel Kapuze Karaffe Kardamom Karneval Karotte Karpfen Karriere Karton Kaschmir Kasino
Kaskade Kassette Kastell Katalog Kaufhaus Kaugummi Kauz Kaviar Kebab Kefir Keil Kellerei Keramik
Kernobst Kerze Kescher Ketchup Kette Keyboard Kicker Kiebitz Kiesweg Kilowatt Kilt Kimono Kinnlade
Kinosaal Kiosk Kirmes Kirsche Kitsch Kittel Kiwi Kladde Klammer Klang Klapprad Klassik Klausur
Klavier Kleber Klecks Klee Kleid Klemme Kliff Klima Klinke Klippe Klops Klotz Kluft Klumpen Knall
Knauf Knie Knolle Knopf Knospe Knoten Koala Kobold Kochtopf Koffer Kohlkopf Kojote Kokos Kolben
Kolibri Kombi Komet Komfort Kommode Kompass Konditor Konfetti Kongress Konifere Konserve Kontakt
Konzert Kopfhaar Kopie Koppel Koralle Korbball Kordel Kork Kormoran Kornfeld Korridor Kosmos
Kotelett Kragen Krake Kranich Krapfen Krater Kraut Krawatte Kreide Kresse Kreuzung Krimi Kringel
Kristall Krokodil Krone Krug Kruste Kubus Kuchen Kuckuck Kugel Kuhmilch Kuhstall Kuhweide Kulisse
Kultur Kunde Kupplung Kurbel Kurier Kurkuma Kurort Kurpark Kurs Kurve Kurzfilm Kuvert Labor Lachen
Lack Ladung Lageplan Lagune Laib Lakritz Lama Lamelle Lammfell Lampion Landhaus Langboot Laptop
Larve Lasagne Lasso Laterne Latte Latzhose Laubbaum Laufrad Lavendel Lawine Layout Leben Leckerei
Leder Leerlauf Legende Leggings Leguan Lehm Lehrgang Leihbuch Leine Leisten Leitung Lektion Lemming
Lemur Lenkrad Leopard Lerche Leseecke Leuchte Lexikon Liane Libelle Lichthof Liebling Liegerad Lift
Liga Limerick Limit Limonade Lineal Linse Liste Liter Litschi Locher Logbuch Logo Loipe Lolli
Lorbeer Losbude Lostopf Lot Lotion Lotse Lotterie Lotus Lounge Luftbild Luke Lunchbox Lupine Lurch
Lutscher Lyrik Magazin Magen Magie Magma Magnolie Mahagoni Mahlzeit Mai Maibaum Mailbox Maisfeld
Majoran Makrele Malbuch Malerei Malstift Malve Mambo Mammut Manager Mandel Manege Mangrove Mansarde
Mappe Maracuja Marder Marille Markise Marmor Marsch Marzipan Maschine Maske Mastbaum Matjes Matratze
Maulwurf Maurer Maus Mechanik Medaille Medien Meer Mehlsack Mehrweg Meinung Meister Meldung Melisse
Melodie Memo Mensch Menuett Merkmal Messing Metall Meteor Mikado Mikrofon Milch Million Mimose
Mineral Miniatur Minute Minze Mischung Mistel Mitglied Mittag Mixer Mobile Modem Modul Mokka
Molkerei Moment Mond Monitor Monokel Monster Moorhuhn Moos Moped Morchel Morgen Mosaik Moskito Motel
Motiv Motorrad Muffin Mundart Murmel Muschel Museum Musik Muskat Mut Mutprobe Myrte Mythos Nachbar
Nacken Nagetier Name Napf Narwal Narzisse Nashorn Natron Natur Nautilus Nebel Neffe Nektar Nelke
Nenner Neon Nest Netz Neubau Neugier Neuheit Neujahr Neuling Neumond Neuwagen Nichte Nickel Nilpferd
Nische Niveau Nixe Noppe Norden Nordpol Notebook Notiz Notruf Nougat November Nudel Nummer Nussbaum
Obelisk Oberteil Objekt Oboe Obst Obstbaum Ofen Ohrring Ohrwurm Okapi Oktave Oktopus Oldtimer
Oleander Olive Oma Omelett Omnibus Onkel Oper Optik Orakel Orange Orbit Orchidee Ordnung Oregano
Organist Orgel Origami Orkan Ornament Ortskern Osten Ostwind Outfit Oval Overall Ozean Ozon Packesel
Paddel Paella Paket Palast Palette Palme Panda Panini Panorama Panther Papaya Papier Paprika Papyrus
Paragraf Parfum Parkbank Parmesan Party Pass Pasta Patent Pause Pavillon Pedal Peeling Pegel Pelikan
Pelz Pendel Peperoni Pergola Perlmutt Person Pesto Petunie Pfad Pfahlbau Pfanne Pfeffer Pfeife
Pfennig Pferd Pfiff Pfirsich Pflaster Pflaume Pflicht Pflug Pfosten Pfote Pfund Phantom Phlox
Physalis Piano Picknick Pier Pilot Pilzkorb Pinguin Pinie Pinnwand Pinscher Pinzette Pipette Piranha
Pistazie Pixel Pizza Plakat Planet Plastik Platz Podcast Podest Podium Poesie Pointe Pokal Poker
Polenta Polka Polohemd Polster Pomelo Pommes Poncho Pool Popcorn Popmusik Porree Portal Posaune
Postamt Praline Preis Primel Prisma Pritsche Probe Produkt Profil Programm Projekt Prolog Prospekt
Proviant Prozent Publikum Pudding Puffer Pullover Puls Pultdach Pumphose Punkt Pupille Puppe Purpur
Puste Putz Puzzle Pyjama Pyramide Python Quader Quark Quaste Quelle Quiche Quintett Quirl Quittung
Quiz Rabatt Rabe Raclette Radar Radfahrt Radhelm Radio Radlager Radtour Radweg Rafting Rallye Rampe
Rand Ranke Ranzen Rapsfeld Rasen Rasierer Raspel Raster Ratgeber Rathaus Ratssaal Raubtier Rauch
Raureif Raute Ravioli Rebhuhn Rebstock Rechnung Rede Reetdach Refrain Regatta Regen Reggae Region
Rehbock Rehkitz Reibe Reifen Reim Reiskorn Reiter Reklame Rekord Relief Remise Rennrad Rentier
Reporter Reptil Reserve Rettich Revue Rezept Rhombus Rhythmus Richtung Ricotta Riemen Rikscha Rinde
Ringbuch Risotto Ritt Robinie Roboter Rochen Rock Rodel Rohbau Rohkost Rollo Romantik Rosette Rosine
Rosmarin Rost Rotbuche Rotfuchs Rotor Rotwild Roulade Routine Rubrik Rucksack Rucola Ruder Ruf Rugby
Ruhetag Ruine Rumba Rummel Rumpf Rundweg Rutsche Saatgut Sachbuch Safari Safran Saft Sage Saibling
Saison Sakko Salat Salbei Salon Salsa Salto Salz Samba Samen Sammlung Samstag Sandale Sandburg
Saphir Sardelle Satellit Sattel Saubohne Sauce Saugnapf Saum Sauna Saurier Savanne Saxofon Scampi
Scanner Schach Schakal Schale Schanze Scharade Schatten Schauer Schaukel Scheck Scheitel Schemel
Scherbe Scherz Schicht Schilf Schinken Schippe Schirm Schlaf Schlager Schlange Schlauch Schlaufe
Schleier Schleife Schleuse Schlips Schloss Schlucht Schmalz Schmand Schminke Schmuck Schnabel
Schnecke Schnee Schneise Schnitt Schnur Schoner Schopf Schorle Schote Schrank Schraube Schrift
Schrott Schuh Schulbus Schulhof Schultag Schulter Schuppen Schwalbe Schwan Schwarm Schweif Schwelle
Schwung Sechser See Seeadler Seebad Seefahrt Seegras Seehund Seeigel Seekuh Seelachs Seemann
Seeotter Seepferd Seereise Seestern Seetang Seewolf Seezunge Segler Sehtest Seife Seilbahn Sekunde
Selfie Sellerie Semester Seminar Sender Senf Senkblei Sensor Sepia Serenade Service Sesam Sessel
Seufzer Shampoo Shorts Show Shuttle Sichel Sieb Siedlung Siesta Signal Silber Silo Sims Sinfonie
Sinnbild Sirene Sirup Sittich Sitzsack Skala Skat Sketch Skihose Skilift Skipiste Skischuh Skitour
Skizze Skorpion Skript Skulptur Slalom Slipper Slogan Smaragd Smoking Smoothie Snack Socke Sofa
Softball Sohn Solist Sombrero Sommer Sonate Sonde Sonntag Sopran Sorbet Sorte Souffle Souvenir
Spachtel Spagat Spalte Spange Spargel Spaten Specht Speiche Sperling Spiel Spinne Spirale Spitzer
Sportler Sprache Sprint Sprotte Sprung Spukhaus Spule Spur Squash Stab Stadion Standuhr Stapel Start
Statue Stausee Steak Stecker Stehpult Stein Stelze Stempel Steppe Steuer Stiefel Stift Stille
Stimmung Stirn Stoff Stollen Stoppuhr Storch Strauch Streusel Strick Strophe Strumpf Studio Stuhl
Stunde Sturm Stute Suche Sudoku Suite Surfer Sushi Sweater Symbol System Tabelle Tablet Tacho Tacker
Tafel Tagebuch Tagtraum Tagung Taifun Taiga Talent Talisman Talkshow Tamburin Tandem Tangente
Tankwart Tante Tanz Tapete Tarif Tastatur Tatze Tau Taube Taucher Tausend Taxi Team Technik Teddy
Teekanne Teelicht Teepause Teerose Teesieb Teetasse Teig Teilzeit Teleskop Teller Tennis Teppich
Termin Terrier Text Theater Thema Thermos Thymian Tiefbau Tierheim Tiger Tipi Tiramisu Tischler
Toast Tochter Tofu Toilette Tomate Tombola Tonband Tonfall Tonkrug Tonne Tontopf Topas Torbogen Torf
Torhaus Torlinie Tornado Tortilla Torwart Tour Tracht Trainer Traktor Trapez Traum Trecker Treppe
Tresor Tretboot Triangel Trichter Trikot Triller Trio Trockner Troll Trommel Tropen Trubel Truhe
Truthahn Tuba Tuch Tukan Tulpe Tundra Tunika Tunnel Tupfer Turbine Turmuhr Turnier Tusche Tutu Tweed
Twist Uferweg Ufo Uhr Uhrzeit Ukulele Ulk Ulme Umbau Umfrage Umhang Umkleide Umkreis Umlauf Umschlag
Umtausch Umweg Umzug Unfug Unke Unkraut Unterarm Unwetter Update Urahn Urenkel Urkunde Urlaub Uroma
Ursache Ursprung Urvogel Urwald Utensil Vanille Vase Veilchen Ventil Veranda Verkauf Verleih
Versteck Vertrag Vetter Video Vielfalt Viertel Villa Violine Vision Vitamin Vlies Vogel Vokabel
Vollmond Volumen Vorabend Vorbild Vordach Vorfahrt Vorhang Vorkasse Vorlage Vorname Vorort Vorplatz
Vorraum Vorsicht Vorteil Vorzeit Vulkan Wachstum Wagenrad Waggon Wagnis Wal Waldhorn Waldkauz
Walnuss Walross Walzer Wanduhr Wanne Wappen Warmluft Wasabi Waschtag Wasser Wattwurm Webcam Weberei
Webstuhl Wechsel Weckruf Wehmut Weide Weiher Weisheit Weitwurf Weizen Wellness Welpe Wels Weltraum
Werft Werkbank Weste Wettlauf Wichtel Widder Wiese Wigwam Wildpark Wimper Windhose Winter Winzling
Wirbel Wirrwarr Wirsing Wirt Wisent Witz Woche Wohnort Wolf Wolke Wollrock Wombat Workshop Wortart
Wrap Wunder Wunsch Wurm Wurst Wurzel Xylofon Yacht Yeti Yoga Yucca Zacke Zahnfee Zander Zapfen
Zauberer Zaumzeug Zaun Zebra Zeichen Zeiger Zeisig Zeitraum Zelle Zement Zenit Zentrum Zeppelin
Zettel Zeugnis Zicklein Ziege Ziel Ziffer Zikade Zimmerei Zimt Zink Zirkus Zitrone Zollhaus Zoo
Zopfband Zuber Zucchini Zufall Zufluss Zug Zugang Zugfahrt Zugluft Zugpferd Zugvogel Zuhause Zukunft
Zunft Zunge Zustieg Zutat Zutritt Zweig Zwiebel Zwilling Zwinger Zwirn Zyklus Zylinder Zypresse
`
  .trim()
  .split(/\s+/);
