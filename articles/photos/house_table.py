"""Known news houses: agencies, picture libraries, newspapers and broadcasters. Facts only, and no code. Pure.

One house a line: ``name | kind | other spellings, misspellings | the house's own credit style``. The editors' list
is filled from here once; from then on it is theirs.
"""

# ruff: noqa: E501 (the table: one house, one line)

TABLE = """
Associated Press | agency | AP, AP Photo, AP Images, A.P., Associate Press, Assosciated Press, AP Content Services | AP Photo/{name}
Agence France-Presse | agency | AFP, AFP Photo, Agence France Press, Agence-France Presse, AFP Forum, AFPTV | {name}/AFP
Reuters | agency | Thomson Reuters, Rueters, Reuter, Reuters TV, Reuters Photo, Reuters Connect, Reuters Pictures | REUTERS/{name}
Getty Images | library | Getty, GettyImages, Getty Image, Gettys Images, Getty Imagess, Getty Images News, Getty Images Sport, Getty Images Entertainment, Getty Images Europe, Getty Images North America, Getty Images AsiaPac, Getty Images South America | {name}/Getty Images
European Pressphoto Agency | agency | EPA, EPA-EFE, EPA Images, European Press Photo Agency, EFE-EPA, epa efe | {name}/EPA
Deutsche Presse-Agentur | agency | dpa, dpa picture alliance, dpa-Zentralbild, dpa-Bildfunk, Deutsche Presseagentur, dpa-infocom, dpa Pool | {name}/dpa
Picture Alliance | library | picture-alliance, picture alliance/dpa, Picture Aliance, pa picture alliance | {name}/picture alliance
ANSA | agency | Ansa Foto, Agenzia ANSA, Agenzia Nazionale Stampa Associata | {name}/ANSA
EFE | agency | Agencia EFE, EFE Agency | {name} / EFE
TASS | agency | ITAR-TASS, Russian News Agency TASS, ТАСС, ИТАР-ТАСС | {name}/TASS
Xinhua | agency | Xinhua News Agency, Xinhau, Xin Hua, New China News Agency, 新华社, 新華社 | {name}/Xinhua
Anadolu | agency | Anadolu Agency, Anadolu Ajansı, Anadolu Images, Andolu, AA Photo | {name} / Anadolu
Press Association | agency | PA, PA Media, PA Wire, PA Images, PA Archive, PA News | {name}/PA
Bloomberg | agency | Bloomberg News, Bloomberg Photos, Bloomberg Creative Photos, Blomberg | {name}/Bloomberg
Shutterstock | library | Shutter Stock, Shuttterstock, Shutterstock Editorial, Rex Shutterstock, Rex Features, Rex, REX/Shutterstock | {name}/Shutterstock
Alamy | library | Alamy Stock Photo, Alamy Live News, Alamy Stock, Allamy, Alamy Photo | {name}/Alamy
NurPhoto | agency | Nur Photo, NurPhoto Agency, Nurphotos | {name}/NurPhoto
ZUMA Press | agency | Zuma, ZUMAPRESS, ZUMA Wire, ZUMA Press Wire, zumapress.com | {name}/ZUMA Press
SOPA Images | agency | SOPA, Sopa Image | {name}/SOPA Images
Sipa Press | agency | Sipa, SIPA USA, Sipa US, Sipa Asia, SipaPress | {name}/Sipa
Abaca Press | agency | Abaca, AbacaPress | {name}/Abaca
Redux | agency | Redux Pictures, Redux Images | {name}/Redux
Magnum Photos | agency | Magnum, Magnum Photo | {name}/Magnum Photos
Polaris | agency | Polaris Images | {name}/Polaris
VII | agency | VII Photo, VII Photo Agency
NOOR | agency | Noor Images
Contour | library | Contour by Getty Images
Contrasto | agency | Contrasto Photo
Laif | agency | laif/Redux, Agentur laif
Panos Pictures | agency | Panos
Agence VU | agency | VU', Agence VU'
MYOP | agency |
Hans Lucas | agency | Agence Hans Lucas
Divergence | agency | Divergence Images
Gamma-Rapho | library | Gamma, Rapho, Gamma Rapho
Corbis | library | Corbis Images, Corbis News, Corbis Historical
Bettmann | library | Bettmann Archive, The Bettmann Archive
Hulton Archive | library | Hulton, Hulton Deutsch
Popperfoto | library |
Imago | library | imago images, IMAGO Images, imago sportfoto, imagoimages
Action Press | agency | actionpress
ddp | agency | ddp images, ddp media
Keystone | agency | Keystone-SDA, Keystone Press, Keystone France
Austria Presse Agentur | agency | APA, APA-Images, apa picturedesk, picturedesk.com, APA PictureDesk
ANP | agency | ANP Foto, Algemeen Nederlands Persbureau, ANP Photo
Belga | agency | Belga Photo, Belga Image, Belga News Agency, BELGAIMAGE
TT | agency | TT News Agency, TT Nyhetsbyrån, TT Nyhetsbyrån/TT, Scanpix Sweden
NTB | agency | NTB Scanpix, NTB Norway
Ritzau Scanpix | agency | Ritzau, Scanpix, Scanpix Denmark, Ritzau Scanpix Denmark
Lehtikuva | agency | STT Lehtikuva
PAP | agency | Polska Agencja Prasowa, PAP Photo
ČTK | agency | CTK, CTK Photo, Czech News Agency
MTI | agency | MTI Photo
Agerpres | agency |
Tanjug | agency |
BTA | agency | Bulgarian News Agency
Hina | agency |
Lusa | agency | Agência Lusa, Lusa News Agency
Europa Press | agency | EuropaPress
LaPresse | agency | La Presse Italia, LaPresse Photo
AGF | agency |
Imagoeconomica | agency |
Ukrinform | agency | Укрінформ
UNIAN | agency | УНІАН
RIA Novosti | agency | Sputnik, RIA, Sputnik Images, Rossiya Segodnya, РИА Новости, Спутник
Interfax | agency | Интерфакс
BelTA | agency |
Kazinform | agency |
Azertac | agency |
IRNA | agency | Islamic Republic News Agency
ISNA | agency | Iranian Students' News Agency
Mehr News Agency | agency | Mehr News
Tasnim | agency | Tasnim News Agency
Fars News Agency | agency |
WANA | agency | West Asia News Agency, WANA News Agency
SANA | agency | Syrian Arab News Agency
WAFA | agency | WAFA News Agency
Jordan News Agency | agency | Petra News Agency
Saudi Press Agency | agency |
MENA | agency | Middle East News Agency
WAM | agency | Emirates News Agency
QNA | agency | Qatar News Agency
JINI | agency | JINI Pix
Flash90 | agency | Flash 90, FLASH90 Photo
APA Images | agency | apaimages
Middle East Images | agency |
Press Trust of India | agency | PTI, PTI Photo
Asian News International | agency | ANI, ANI Photo
United News of India | agency |
IANS | agency |
Hindustan Times | newspaper |
Kyodo News | agency | Kyodo, Kyodo News Agency, Kyodo Photo, 共同通信, 共同通信社, 共同
Jiji Press | agency | Jiji, AFP-JIJI, JIJI Press Photo, 時事, 時事通信, 時事通信社
Aflo | library | AFLO Images, AFLO Sport
Yonhap | agency | Yonhap News, Yonhap News Agency, Yonhap Photo, 연합뉴스
Newsis | agency | 뉴시스
News1 | agency | 뉴스1
KCNA | agency | Korean Central News Agency
Korea News Service | agency | KNS
China News Service | agency | CNS, CNSphoto, 中新社
VCG | library | Visual China Group, 视觉中国
Imaginechina | library |
Feature China | agency |
Future Publishing | agency |
Central News Agency | agency | CNA, 中央社
Vietnam News Agency | agency | VNA
Bernama | agency |
Antara | agency | Antara Foto, Antara News Agency
Philippine News Agency | agency | PNA
Australian Associated Press | agency | AAP, AAP Image, AAP Images, AAP Photos
Canadian Press | agency | CP, The Canadian Press, CP Images, Canadian Press Images
United Press International | agency | UPI, UPI Photo
Agencia Brasil | agency | Agência Brasil, ABr
Agencia Estado | agency | Estadão Conteúdo, Agência Estado, AE
Folhapress | agency | Folha Press
Agencia O Globo | agency | Agência O Globo
Fotoarena | agency |
Telam | agency | Télam
Agencia Uno | agency | Aton Chile
Andina | agency | Agencia Andina
Cuartoscuro | agency |
Notimex | agency |
Prensa Latina | agency |
Maghreb Arabe Presse | agency |
APS Algeria | agency | Algérie Presse Service
Panapress | agency |
News Agency of Nigeria | agency | NAN
Associated Press of Pakistan | agency |
Ghana News Agency | agency | GNA
Gallo Images | library | Gallo
African News Agency | agency |
Afrikimages | agency |
Pacific Press | agency | Pacific Press Agency
LightRocket | library | Lightrocket
Barcroft Media | agency | Barcroft Images, Barcroft
Caters | agency | Caters News, Caters News Agency
SWNS | agency | South West News Service
Solent News | agency |
Cover Images | agency |
Splash News | agency | Splash, Splash News Online, SplashNews.com
Backgrid | agency | BACKGRID USA
WENN | agency | WENN.com
Startraks | agency |
Everett Collection | library | Everett
Photofest | library |
Kobal Collection | library | Kobal
Mary Evans Picture Library | library | Mary Evans
Bridgeman Images | library | Bridgeman, Bridgeman Art Library
Granger | library | Granger Collection, Granger Historical Picture Archive
Heritage Images | library | Heritage Image Partnership
Topfoto | library | TopFoto
Science Photo Library | library | SPL
iStock | library | iStockphoto, iStock by Getty Images, iStock Photo
Adobe Stock | library | Fotolia
Dreamstime | library |
Depositphotos | library |
Pond5 | library |
Unsplash | library |
Pexels | library |
Pixabay | library |
Flickr | library |
Wikimedia Commons | library | Wikimedia, Wikipedia Commons
Roger-Viollet | library | Roger Viollet
Akg-images | library | akg images, AKG
Ullstein Bild | library | ullstein
Mauritius Images | library |
Westend61 | library |
Avalon | library | Avalon.red
Nordphoto | agency |
Maxppp | agency | PhotoPQR, MaxPPP
Bestimage | agency | BestImage
KCS Presse | agency |
Starface | agency |
Icon Sport | agency | Icon Sportswire
DPPI | agency |
Presse Sports | agency |
Panoramic | agency |
Action Images | agency | Action Images via Reuters
USA TODAY Sports | agency | USA Today Sports Images
Imagn | agency | Imagn Images
USA TODAY Network | agency | USA TODAY NETWORK via Imagn Images
Cal Sport Media | agency | CSM
MediaPunch | agency | Media Punch
MediaNews Group | agency | Media News Group, Digital First Media
Tribune News Service | agency | TNS, MCT
Abacapress | agency |
Consolidated News Photos | agency | CNP
Capital Pictures | agency |
Sygma | library |
Time & Life Pictures | library | The LIFE Picture Collection, LIFE Images Collection, Time Life Pictures
Anadolu Agency Images | agency |
Depo Photos | agency | dia images, DHA, Demirören News Agency, IHA, Ihlas News Agency
Eyepix | agency | Eyepix Group
ullstein bild Dtl. | library |
Universal Images Group | library | UIG
Dukas | library | Universal Images
Camera Press | agency |
Evening Standard | newspaper |
eyevine | agency |
Story Picture Agency | agency | Story Picture
i-Images | agency | i Images
London News Pictures | agency | LNP
In Pictures | agency |
Shutterstock Premier | library |
Matrix Pictures | agency | MatrixPictures.co.uk
The New York Times | newspaper | New York Times, NYT, NY Times
The Washington Post | newspaper | Washington Post, WaPo
The Wall Street Journal | newspaper | Wall Street Journal, WSJ
USA TODAY | newspaper | USA Today
Los Angeles Times | newspaper | LA Times, L.A. Times
Chicago Tribune | newspaper |
Chicago Sun-Times | newspaper | Sun-Times
The Boston Globe | newspaper | Boston Globe
The Philadelphia Inquirer | newspaper | Philadelphia Inquirer
San Francisco Chronicle | newspaper | The Chronicle, SF Chronicle
The Dallas Morning News | newspaper | Dallas Morning News
Houston Chronicle | newspaper |
Miami Herald | newspaper | The Miami Herald
Tampa Bay Times | newspaper |
Star Tribune | newspaper | Minnesota Star Tribune
The Denver Post | newspaper | Denver Post
The Seattle Times | newspaper | Seattle Times
The Oregonian | newspaper | Oregonian
The Baltimore Sun | newspaper | Baltimore Sun
The Arizona Republic | newspaper | Arizona Republic
The Columbus Dispatch | newspaper | Columbus Dispatch
The Kansas City Star | newspaper | Kansas City Star
The Christian Science Monitor | newspaper | Christian Science Monitor
New York Post | newspaper | NY Post
New York Daily News | newspaper | NY Daily News, Daily News
Newsday | newspaper |
Politico | newspaper |
Axios | newspaper |
ProPublica | newspaper |
The Atlantic | newspaper |
The New Yorker | newspaper | New Yorker
Time | newspaper | TIME, Time Magazine, TIME Magazine
Newsweek | newspaper |
National Geographic | newspaper | Nat Geo
The Intercept | newspaper |
Vox | newspaper | Vox Media
The Verge | newspaper |
Wired | newspaper |
HuffPost | newspaper |
BuzzFeed News | newspaper | BuzzFeed
Rolling Stone | newspaper |
The Texas Tribune | newspaper | Texas Tribune
CalMatters | newspaper |
The Guardian | newspaper | Guardian, Guardian Australia
The Observer | newspaper |
The Times | newspaper | Times of London, The Times of London
The Sunday Times | newspaper | Sunday Times
The Telegraph | newspaper | Telegraph, The Daily Telegraph, Daily Telegraph
The Independent | newspaper | Independent
Financial Times | newspaper | FT, The Financial Times
The Economist | newspaper |
Daily Mail | newspaper | MailOnline
Daily Mirror | newspaper | Mirrorpix, The Mirror
The Sun | newspaper |
Daily Express | newspaper | Express Newspapers
The Scotsman | newspaper |
The Irish Times | newspaper | Irish Times
Irish Independent | newspaper | Independent News & Media
RollingNews | agency | RollingNews.ie, Rolling News
Inpho | agency | INPHO Photography, Inpho
Sportsfile | agency |
Le Monde | newspaper | « Le Monde », M Le magazine du Monde
Le Figaro | newspaper | Figaro
Libération | newspaper | Liberation
Le Parisien | newspaper |
Ouest-France | newspaper | Ouest France
Les Echos | newspaper |
L'Équipe | newspaper | L'Equipe, L’Équipe
Sud Ouest | newspaper |
La Voix du Nord | newspaper |
Le Temps | newspaper |
Le Soir | newspaper |
Der Spiegel | newspaper | Spiegel, DER SPIEGEL
Die Zeit | newspaper | ZEIT ONLINE
Süddeutsche Zeitung | newspaper | SZ, SZ Photo, Süddeutsche Zeitung Photo
Frankfurter Allgemeine Zeitung | newspaper | FAZ, F.A.Z.
Die Welt | newspaper | WELT
Der Tagesspiegel | newspaper | Tagesspiegel
taz | newspaper |
Bild | newspaper | BILD
Neue Zürcher Zeitung | newspaper | NZZ
Der Standard | newspaper |
El País | newspaper | El Pais
El Mundo | newspaper |
La Vanguardia | newspaper |
ABC | newspaper | ABC News, ABC Australia
La Nación | newspaper | La Nacion
Clarín | newspaper |
El Universal | newspaper |
Reforma | newspaper |
Corriere della Sera | newspaper |
La Repubblica | newspaper |
La Stampa | newspaper |
Público | newspaper |
Expresso | newspaper |
O Globo | newspaper |
Folha de S.Paulo | newspaper | Folha de S. Paulo
G1 | broadcaster | g1
TV Globo | broadcaster | Globo
Dagens Nyheter | newspaper |
Svenska Dagbladet | newspaper |
Aftonbladet | newspaper |
Aftenposten | newspaper |
VG | newspaper |
Politiken | newspaper |
Jyllands-Posten | newspaper |
Helsingin Sanomat | newspaper |
de Volkskrant | newspaper |
NRC | newspaper |
De Standaard | newspaper |
Gazeta Wyborcza | newspaper | Agencja Gazeta, Agencja Wyborcza, Agencja Wyborcza.pl
Kommersant | newspaper | Kommersant Photo, Коммерсантъ
Haaretz | newspaper |
The Jerusalem Post | newspaper | Jerusalem Post
The Times of Israel | newspaper | Times of Israel
Times of India | newspaper | The Times of India
The Hindu | newspaper |
The Indian Express | newspaper | Indian Express
Dawn | newspaper |
South China Morning Post | newspaper | SCMP
The Straits Times | newspaper | Straits Times, SPH
Asahi Shimbun | newspaper | The Asahi Shimbun, 朝日新聞, 朝日新聞社
Yomiuri Shimbun | newspaper | The Yomiuri Shimbun, 読売新聞
Mainichi Shimbun | newspaper | The Mainichi, 毎日新聞
The Japan Times | newspaper | Japan Times
Sydney Morning Herald | newspaper | The Sydney Morning Herald, SMH
The Age | newspaper |
The Australian | newspaper |
News Corp Australia | newspaper | Newspix
Fairfax Media | newspaper | Fairfax
New Zealand Herald | newspaper | The New Zealand Herald, NZ Herald, NZME
Stuff | newspaper |
The Globe and Mail | newspaper | Globe and Mail
Toronto Star | newspaper | The Toronto Star
National Post | newspaper | Postmedia
La Presse | newspaper |
Daily Maverick | newspaper |
The Moscow Times | newspaper | Moscow Times
Kyiv Independent | newspaper | The Kyiv Independent
BBC | broadcaster | BBC News, BBC Sport
ITV | broadcaster | ITV News
Sky News | broadcaster | Sky
Channel 4 | broadcaster | Channel 4 News
NPR | broadcaster | National Public Radio
PBS | broadcaster | PBS NewsHour
CNN | broadcaster | CNN International
NBC News | broadcaster | NBC, NBCNews, NBCU Photo Bank
NBCUniversal | broadcaster | NBCU
MSNBC | broadcaster |
CBS News | broadcaster | CBS
Fox News | broadcaster | Fox News Digital, FOX
C-SPAN | broadcaster |
Univision | broadcaster |
Telemundo | broadcaster |
Al Jazeera | broadcaster | Al-Jazeera, Aljazeera
Deutsche Welle | broadcaster | DW
ARD | broadcaster | tagesschau
ZDF | broadcaster |
NDR | broadcaster |
WDR | broadcaster |
France Télévisions | broadcaster | France TV
France 24 | broadcaster |
Radio France | broadcaster | franceinfo
RTL | broadcaster |
RTVE | broadcaster |
RAI | broadcaster |
SVT | broadcaster |
NRK | broadcaster |
Yle | broadcaster |
RTÉ | broadcaster | RTE, RTE News
CBC | broadcaster | CBC News, Radio-Canada
RNZ | broadcaster | Radio New Zealand
SBS | broadcaster | SBS News
NHK | broadcaster |
Radio Free Europe/Radio Liberty | broadcaster | RFE/RL, RFE-RL, Radio Free Europe
Voice of America | broadcaster | VOA
Suspilne | broadcaster |
"""
