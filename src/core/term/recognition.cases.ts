import { PARTS_OF_SPEECH, type MatchableTerm } from '../model/term.ts'

/** The glossary of the labelled cases: source = target, then other spellings and the part of speech. */
const GLOSSARY = `
우한 = Wuhan
우한시 = Wuhan
한시 = temporary measure
난징 = Nanjing
쑤저우 = Suzhou
선전 = Shenzhen
상하이 = Shanghai
베이징 = Beijing
광저우 = Guangzhou
충칭 = Chongqing
후베이성 = Hubei Province
후베이 = Hubei
광둥성 = Guangdong Province
중국 = China
한국 = South Korea
미국 = United States
유럽연합 = European Union
국무원 = State Council
인민은행 = People's Bank of China
중국인민은행 = People's Bank of China
상무부 = Ministry of Commerce
시진핑 = Xi Jinping
리창 = Li Qiang
정부 = government
경제 = economy
성장 = growth
경제 성장률 = economic growth rate
성장률 = growth rate
발전 = development
협력 = cooperation
투자 = investment
소비 = consumption
생산 = production
신질생산력 = new quality productive forces
산업 = industry
산업 체인 = industrial chain
제조업 = manufacturing
기업 = company
선도 기업 = leading company
국유기업 = state-owned enterprise
시장 = market
무역 = trade
무역 수지 = trade balance
수출 = export
수입 = import
관세 = tariff
금리 = interest rate
기준금리 = benchmark rate
통화정책 = monetary policy
재정 = public finance
인공지능 = artificial intelligence
반도체 = semiconductor
전기차 = electric vehicle
신에너지차 = new energy vehicle
자율주행 = autonomous driving
위성 = satellite
위안 = yuan
달러 = dollar
원 = won
성 = province
일대일로 = Belt and Road Initiative
장강 경제벨트 = Yangtze River Economic Belt
중남미 = Latin America
공동 실험실 = joint laboratory
기술 혁신 = technological innovation
혁신 = innovation
전략 = strategy
지역 = region
도시 = city
국가 = state
보고서 = report
보고 = briefing
계약 = contract
대학 = university
GDP = GDP
KPO = KPO
CASA = CASA
R&D = R&D
IT = IT
AI = AI
AI 산업 = AI industry
5G = 5G
A주 = A-share
open source = open source
NEV = NEV
추진하다 = promote
강화하다 = strengthen ; pos=verb
체결되다 = be concluded
밝히다 = reveal ; pos=verb
오르다 = rise ; pos=verb
늘리다 = expand ; pos=verb
강력하다 = forceful ; pos=adjective
연방준비제도 = Federal Reserve ; variants=연준|Fed|聯準 ; pos=name
칭다오 = Qingdao ; variants=青島|青岛|청도 ; pos=name
국내총생산 = gross domestic product ; variants=GDP성장분|國內總生産
구매관리자지수 = purchasing managers' index ; variants=PMI
국가통계국 = National Bureau of Statistics ; variants=통계국 ; pos=name
양쯔강 = Yangtze River ; variants=長江|창장 ; pos=name
공급망 = supply chain ; variants=서플라이 체인 ; pos=noun
저공 경제 = low-altitude economy ; variants=저고도 경제|低空經濟 ; pos=noun
`

/** Terms written one a line as above. */
export const readTerms = (lines: string): MatchableTerm[] =>
  lines
    .trim()
    .split('\n')
    .map((line, index) => {
      const [pair = '', ...more] = line.split(' ; ')
      const [source = '', target = ''] = pair.split(' = ')
      const said = new Map(more.map((part) => part.split('=') as [string, string]))
      const partOfSpeech = PARTS_OF_SPEECH.find((each) => each === said.get('pos')) ?? ''
      const variants = said.get('variants')?.split('|') ?? []
      return { id: index + 1, source, target, status: 'preferred', variants, partOfSpeech }
    })

const caseTerms = readTerms(GLOSSARY)

/**
 * One case a line: label | text, with every stretch that should be found in braces. What is not in braces must
 * not be found, so each line is a negative case for everything else in it.
 */
const CASES = `
topic 시는 | {우한시}는 올해 상반기 실적을 발표했다.
topic 은 | {우한}은 강을 끼고 자란 {도시}다.
subject 이 | {우한}이 중부의 거점으로 떠올랐다.
object 을 | 대표단은 사흘 동안 {우한}을 둘러봤다.
genitive 의 | {우한}의 {제조업} 비중은 여전히 높다.
locative 에 | 새 공장은 {우한}에 들어선다.
locative 에서 | {우한}에서 열린 박람회가 막을 내렸다.
에서도 | {우한}에서도 비슷한 계획이 나왔다.
에서는 | {우한}에서는 아직 소식이 없다.
에서의 | {우한}에서의 회담은 비공개였다.
에서만 | 이 노선은 {우한}에서만 운행한다.
에서부터 | {우한}에서부터 물길이 넓어진다.
에는 | {우한}에는 연구소가 많다.
에도 | {우한}에도 지점을 낸다.
까지 | 고속열차는 {우한}까지 달린다.
까지는 | {우한}까지는 네 시간이 걸린다.
까지의 | {우한}까지의 운임이 내렸다.
까지도 | 파장은 {우한}까지도 미쳤다.
부터 | {우한}부터 차례로 시행한다.
부터는 | {우한}부터는 버스로 움직인다.
으로 | 본사를 {우한}으로 옮겼다.
으로의 | {우한}으로의 이전은 내년이다.
으로부터 | {우한}으로부터 온 화물이다.
으로부터의 | {우한}으로부터의 물량이 늘었다.
으로서 | 거점 {도시}로서 {우한}의 몫이 커졌다.
과 | {우한}과 {난징}이 손을 잡았다.
과의 | {우한}과의 거리가 가깝다.
과는 | {우한}과는 사정이 다르다.
보다 | {우한}보다 빠른 속도다.
처럼 | {우한}처럼 강을 낀 {도시}가 많다.
만큼 | {우한}만큼 큰 곳은 드물다.
만 | 올해는 {우한}만 목표를 넘겼다.
만이 | {우한}만이 목표를 넘겼다.
만은 | {우한}만은 예외였다.
뿐 | 남은 곳은 {우한}뿐이다.
뿐만 아니라 | {우한}뿐만 아니라 {충칭}도 나섰다.
조차 | {우한}조차 예상하지 못했다.
마저 | {우한}마저 둔화했다.
이나 | {우한}이나 {난징} 가운데 한 곳이다.
이라는 | {우한}이라는 이름이 붙었다.
이라고 | 다음 개최지는 {우한}이라고 {밝혔}다.
이라며 | 적임지는 {우한}이라며 웃었다.
이라도 | 작은 {도시}라도 기회는 있다.
이란 | {혁신}이란 말이 자주 나왔다.
이며 | 개최지는 {우한}이며 일정은 미정이다.
이고 | 하나는 {우한}이고 하나는 {난징}이다.
이자 | 교통의 중심이자 거점 {도시}이자 관문이다.
이었다 | 첫 방문지는 {우한}이었다.
였다 | 첫 방문지는 {상하이}였다.
였으며 | 출발지는 {상하이}였으며 도착지는 {충칭}이었다.
이지만 | 같은 {산업}이지만 전망은 엇갈린다.
이므로 | 핵심 {산업}이므로 지원을 {늘린}다.
인 | 항구 {도시}인 {상하이}가 앞섰다.
인데 | 작은 {도시}인데 공장이 많다.
임을 | 주력 {산업}임을 강조했다.
입니다 | “우리 고향은 {우한}입니다.”
일지라도 | 작은 {기업}일지라도 참여할 수 있다.
든 | {상하이}든 {베이징}이든 조건은 같다.
이야말로 | {혁신}이야말로 답이라고 했다.
마다 | {도시}마다 기준이 다르다.
대로 | {계약}대로 이행하라고 요구했다.
에게 | {기업}에게 자금을 빌려준다.
에게는 | {기업}에게는 좋은 소식이다.
에게서 | {기업}에게서 받은 자료다.
으로써 | {투자}로써 길을 열었다.
로 | 세계적인 {도시}로 자랐다.
로의 | {도시}로의 이동이 늘었다.
로부터 | {상하이}로부터 배가 들어온다.
와 | {상하이}와 {우한}을 잇는다.
와의 | {상하이}와의 교류가 활발하다.
와는 | {상하이}와는 다른 길을 걷는다.
나 | {투자}나 {소비} 어느 쪽도 살아나지 않았다.
라는 | {투자}라는 말에 귀를 기울였다.
라고 | 가장 큰 {도시}라고 소개했다.
라도 | 적은 {투자}라도 효과가 있다.
란 | {경제}란 심리라고 했다.
들 | {기업}들 사이에서 불만이 나왔다.
들은 | {기업}들은 채용을 {늘렸}다.
들이 | {선도 기업}들이 앞장섰다.
들의 | {국유기업}들의 이익이 줄었다.
들에게 | {기업}들에게 문을 열었다.
들과 | {기업}들과 간담회를 열었다.
들까지 | 작은 {기업}들까지 뛰어들었다.
들이다 | 모두 중부의 {도시}들이다.
들뿐 | 남은 것은 큰 {기업}들뿐이다.
적 | {경제}적 효과를 따졌다.
적인 | {경제}적인 부담이 크다.
적으로 | {전략}적으로 중요한 항구다.
적이다 | 이번 선택은 {전략}적이다.
측 | {정부} 측 설명은 달랐다.
측은 | {중국}측은 즉답을 피했다.
측에 | {정부}측에 자료를 요청했다.
씨 | {리창}씨가 말했다는 보도는 사실이 아니다.
별 | {지역}별 편차가 컸다.
별로 | {산업}별로 대책을 세운다.
간 | {국가}간 약속은 지켜야 한다.
간의 | {지역}간의 격차를 줄인다.
내 | {지역}내 물가가 {올랐}다.
용 | {산업}용 로봇 수요가 늘었다.
하에 | {정부} 지도하에 재편이 이뤄졌다.
agreement 은 after vowel is refused | 상하은 이름이 아니다.
agreement 가 after consonant: entrepreneur | 기업가 정신을 강조했다.
agreement 가 after consonant: entrepreneurs | 젊은 기업가들이 모였다.
one syllable 성은 | 각 {성}은 계획을 내야 한다.
one syllable 성 alone | 여러 {성} 단위로 시행한다.
one syllable 성에서 | 다른 {성}에서 온 노동자다.
one syllable: 성장 | 가파른 {성장}을 이어갔다.
one syllable: 성과 | 눈에 띄는 성과를 거뒀다.
one syllable: 성인 | 성인 인구가 줄었다.
one syllable: 성의 | 성의 있는 답을 요구했다.
one syllable: 성적 | 좋은 성적을 냈다.
one syllable: 성도 | 성도 주변에 공장이 모였다.
one syllable: 원인 | 원인을 찾고 있다.
one syllable: 원가 | 원가가 크게 {올랐}다.
one syllable: 원유 | 원유 가격이 내렸다.
one syllable: 원하는 | {시장}이 원하는 답은 아니었다.
amount 원 | 한 대에 5000{원}이다.
amount 원을 | 100억{원}을 들였다.
amount 억 원 | 100억 {원}을 들였다.
amount 조 원의 | 3조 {원}의 예산을 짰다.
amount 만원 | 5만{원}짜리 상품이 팔렸다.
amount 위안 | 매출은 20억 {위안}이었다.
amount 위안 attached | 매출은 20억{위안}을 넘었다.
amount digits attached | 1인당 15만 3,200{위안}으로 늘었다.
amount 달러당 | 1{달러}당 7{위안} 선에서 움직였다.
amount 달러어치 | 30억{달러}어치를 사들였다.
amount 달러대 | 배럴당 80{달러}대로 내려왔다.
amount in brackets | 2조 {위안}(약 2,800억 {달러}, 약 400조 {원})을 돌파했다.
amount 위안가량 | 500억{위안}가량 늘었다.
not a term: 위안부 | 위안부 관련 기록이다.
money 위안화 | {위안}화 가치가 {올랐}다.
money 달러화 | {달러}화 강세가 이어졌다.
verb 선전하다 | 제품의 장점을 선전하다 적발됐다.
verb 선전했다 | 업체는 신제품을 크게 선전했다.
verb 선전하고 | 성과를 선전하고 나섰다.
verb 선전하는 | 정책을 선전하는 자료다.
verb 선전되는 | 널리 선전되는 사례다.
verb 선전해 | 국산 제품이 선전해 점유율이 {올랐}다.
verb 선전한 | 작은 회사가 선전한 한 해였다.
verb 선전할 | 내년에도 선전할 전망이다.
verb 선전하며 | 해외에서 선전하며 이름을 알렸다.
verb 선전하기 | 효과를 선전하기 위해 마련했다.
noun 선전의 | {선전}의 연구원들이 참여했다.
noun 선전에서 | {선전}에서 시범 운영한다.
noun 선전은 | {선전}은 창업의 {도시}다.
noun 선전을 stays open | {선전}을 찾는 창업자가 많다.
noun 선전까지 | {베이징}에서 {선전}까지 이어진다.
noun 선전과 | {선전}과 {광저우}를 묶는다.
verb 발전했다 | 관계가 크게 발전했다.
verb 발전하는 | 빠르게 발전하는 분야다.
verb 발전시키다 | 관계를 발전시키기로 했다.
verb 발전시켰다 | 기술을 한 단계 발전시켰다.
verb 발전된 | 발전된 모습을 보였다.
verb 발전해야 | 함께 발전해야 한다.
noun 발전을 | {발전}을 앞당긴다.
noun 발전에 | {경제} {발전}에 이바지했다.
noun 발전 방안 | {발전} 방안을 내놓았다.
not a term: 발전소 | 발전소 두 곳을 새로 짓는다.
not a term: 발전기 | 발전기를 돌렸다.
verb 협력하다 | 두 나라가 협력하기로 했다.
verb 협력해 | {대학}과 협력해 인재를 기른다.
verb 협력한다 | 긴밀히 협력한다고 {밝혔}다.
noun 협력을 | {협력}을 넓히기로 했다.
verb 투자했다 | 회사는 공장에 크게 투자했다.
verb 투자하는 | 외국 자본이 투자하는 곳이다.
verb 투자된 | 지금까지 투자된 돈이다.
verb 투자받은 | 처음 투자받은 신생 업체다.
not a term: 투자자 | 투자자들이 몰렸다.
not a term: 투자처 | 새로운 투자처를 찾는다.
noun 투자가 | {투자}가 살아났다.
verb 소비하는 | 많이 소비하는 계층이다.
not a term: 소비자 | 소비자 물가가 {올랐}다.
not a term: 소비자들은 | 소비자들은 지갑을 닫았다.
not a term: 소비재 | 소비재 판매가 늘었다.
noun 소비가 | {소비}가 회복됐다.
not a term: 생산성 | 생산성 향상이 과제다.
not a term: 생산량 | 생산량이 줄었다.
not a term: 생산자 | 생산자 가격이 내렸다.
verb 생산된 | 여기서 생산된 차량이다.
verb 생산했다 | 백만 대를 생산했다.
noun 생산을 | {생산}을 {늘린}다.
verb 성장했다 | 작년보다 5% 성장했다.
verb 성장하고 | 빠르게 성장하고 있다.
verb 성장한 | 크게 성장한 분야다.
not a term: 성장세 | 가파른 성장세를 보였다.
noun 성장은 | {성장}은 둔화했다.
verb 수출하는 | 전량을 수출하는 업체다.
not a term: 수출입 | 수출입 물량이 늘었다.
not a term: 수출액 | 수출액이 최대를 기록했다.
not a term: 수입품 | 수입품 가격이 {올랐}다.
noun 수출과 수입 | {수출}과 {수입}이 모두 늘었다.
verb 혁신하다 | 낡은 방식을 혁신하는 일이다.
noun 혁신적 | {혁신}적 방식을 택했다.
verb spaced 시켰다 | {생산} 현장을 발전 시켰다.
verb spaced 하고 | 사업을 투자 하고 점검한다.
inside 한시 in 우한시 | {우한시} 인구가 늘었다.
inside 한시 alone | {한시} 조치로 마련됐다.
adjective 한시적 is another word | 한시적 조치로 마련됐다.
inside 중국 in 대중국 | 대중국 수출통제를 풀었다.
inside 에너지차 | {신에너지차} 판매가 늘었다.
inside 도시 in 대도시 | 대도시 인구가 늘었다.
inside 시장 in 우시장 | 우시장 골목이 붐볐다.
inside 기업 in 중소기업 | 중소기업 지원을 {늘린}다.
inside 금리 in 기준금리 | {기준금리}를 동결했다.
inside 금리 in 고금리 | 고금리 부담이 크다.
inside 경제 in 거시경제 | 거시경제 지표가 나왔다.
inside 성장 in 저성장 | 저성장 국면이다.
inside 반도체 in 비반도체 | 비반도체 분야다.
inside 정부 in 중앙정부 | 중앙정부 방침이다.
inside 위성 in 항법위성 | 항법위성 세 기를 올렸다.
inside 국가 in 국가주석 | 국가주석이 참석했다.
people 경제인 | 한 경제인 단체가 모였다.
not a term: 경제학자 | 경제학자들의 전망이다.
not a term: 도시화 | 도시화 비율이 높다.
not a term: 산업화 | 산업화 과정을 거쳤다.
not a term: 지역화 | {공급망}의 지역화가 진행된다.
not a term: 전략가 | 전략가들의 예상이다.
not a term: 무역업 | 무역업에 종사한다.
not a term: 관세청 | 관세청 자료에 나온다.
not a term: 재정부 | 재정부 발표를 기다린다.
not a term: 대학생 | 대학생 취업이 늘었다.
not a term: 대학원 | 대학원 정원을 {늘린}다.
not a term: 보고하다 | 결과를 보고했다.
longer term 보고서 | {보고서}를 공개했다.
longer term 보고서에 | {보고서}에 따르면 사실이다.
shorter term 보고를 | {보고}를 받았다.
not a term: 계약서 | 계약서에 서명했다.
suffix 시 | {난징}시는 계획을 승인했다.
suffix 시에서 | {난징}시에서 회의가 열렸다.
suffix 시의 | {난징}시의 인구다.
suffix 시장 both terms | {난징}{시장}이 환영사를 했다.
suffix 시민 | {난징}시민들이 강변에 모였다.
suffix 시정부 | {쑤저우}시정부가 발표했다.
suffix 성 | {후베이성}은 중부에 있다.
suffix 산 made in | {중국}산 부품을 쓴다.
people 중국인 | 중국인 관광객이 늘었다.
suffix 계 | {중국}계 자본이 들어왔다.
suffix 식 | {중국}식 현대화를 내걸었다.
suffix 발 | {중국}발 훈풍이 불었다.
language 중국어 | 중국어 안내를 {늘렸}다.
suffix 서 of headlines | {베이징}서 회담이 열렸다.
suffix 주석 | {시진핑}주석이 연설했다.
suffix spaced | {시진핑} 주석이 연설했다.
suffix 총리 | {리창}총리는 {협력}을 당부했다.
suffix 정부 both terms | {중국}{정부}는 논평하지 않았다.
suffix 당국 | {중국}당국의 허가를 받았다.
suffix 발 after common noun is refused | 산업발 위기다.
suffix 성 after common noun is refused | 경제성 평가를 통과했다.
suffix 구 after common noun is refused | 산업구조를 바꾼다.
name before unknown noun | 우한연구소 인력이 늘었다.
name apart from noun | {우한} {대학} 연구진이 발표했다.
name attached to a term | {난징}{대학}과 손을 잡았다.
name before unknown: 상하이방 | 상하이방 인사로 꼽힌다.
name before unknown: 미국채 | 미국채 수익률이 내렸다.
compound of two terms | {중국}{경제}는 회복세다.
compound of two terms with particle | {한국}{기업}들의 진출이 늘었다.
compound of three terms | {중국}{전기차}{시장}이 커졌다.
compound 산업정책 unknown | 산업정책을 손질한다.
compound 무역협력 | {무역}{협력}을 논의했다.
compound ending in a verb | 경제발전하는 곳이다.
compound longest | {중국인민은행}은 {금리}를 내렸다.
compound bank | {인민은행}이 {기준금리}를 내렸다.
compound bank full | {중국인민은행}이 {기준금리}를 내렸다.
compound 경제협력기구 unknown end | 경제협력기구에 들어갔다.
spacing as given | {경제 성장률}이 높아졌다.
spacing closed | {경제성장률}은 5%였다.
spacing closed with 의 | {경제성장률}의 둔화다.
spacing only second word | {성장률}이 둔화했다.
spacing with a word after | {경제} {성장}과 물가를 본다.
spacing opened | {신질 생산력}을 키운다.
spacing closed as in glossary | {신질생산력}을 키운다.
spacing opened name | {국유 기업} 개혁에 나섰다.
spacing opened name with particle | {국유 기업}들의 이익이다.
spacing opened 인공 지능 | {인공 지능} 분야다.
spacing opened 통화 정책 | {통화 정책}을 완화한다.
spacing opened 기준 금리 | {기준 금리}를 내렸다.
spacing opened unit 후베이 성 | {후베이 성} {정부}가 승인했다.
spacing unit 광둥 성 | {광둥 성}에서 모였다.
spacing unit 우한 시 | {우한 시}는 계획을 {밝혔}다.
spacing 우한 시장 | {우한} {시장}이 커졌다.
spacing closed 산업체인 | {산업체인}을 잇는다.
spacing closed 산업체인의 | {산업체인}의 윗단이다.
spacing closed 공동실험실 | {공동실험실}을 세운다.
spacing closed 선도기업 | {선도기업}들이 모였다.
spacing closed 무역수지 | {무역수지}는 흑자다.
spacing closed 기술혁신 | {기술혁신}에 힘을 쏟는다.
spacing closed 장강경제벨트 | {장강경제벨트}의 중심이다.
spacing two spaces | {경제  성장률}을 본다.
spacing 자율 주행 | {자율 주행} 시험을 허가했다.
spacing 일대 일로 | {일대 일로} 구상이다.
spacing not across one syllable | 반 도체라고 잘못 적었다.
spacing not across words | 그 {성} 장인들이 모였다.
latin 가 | {GDP}가 5% 늘었다.
latin 는 | {GDP}는 2조 {위안}이다.
latin 의 | {GDP}의 절반이다.
latin 를 | {KPO}를 {늘린}다.
latin bracket | 지식 처리 외주({KPO})가 늘었다.
latin bracket open | {KPO}(지식 처리 외주)가 늘었다.
latin CASA는 | {CASA}는 일정을 공개했다.
latin CASA와 | {CASA}와 {상무부}가 주관한다.
latin inside GDPR | GDPR 규정을 지킨다.
latin inside word | EDITION 표기는 그대로 둔다.
latin R&D | {R&D} {투자}를 {늘린}다.
latin R&D에 | {R&D}에 힘을 쏟는다.
latin R&D센터 | {R&D}센터를 열었다.
latin R&D full width | {Ｒ＆Ｄ} 예산이다.
latin full width | {ＧＤＰ} 대비 비율이다.
latin lower case | {gdp} 대비 비율이다.
latin 5G | {5G} 기지국을 세웠다.
latin 5G를 | {5G}를 상용화했다.
latin not in 1.5G | 무게는 1.5G이다.
latin not in 15G | 시제품 15G 시험이다.
latin IT | {IT} 분야다.
latin IT기업 | {IT}{기업}이 늘었다.
latin AI기업 | {AI}{기업}들이 모였다.
latin AI 산업 | {AI 산업}을 키운다.
latin AI산업 | {AI산업}을 키운다.
latin A주 | {A주} 지수가 {올랐}다.
latin A주는 | {A주}는 보합이다.
latin words | {open source} 방식이다.
latin words closed is another | opensource 방식이다.
latin case | {Open Source} 방식이다.
latin NEV | {NEV} 판매량이다.
latin slash | {AI}/{IT} 융합이다.
latin hyphen | {AI}-{IT} 융합이다.
middle dots | {상하이}·{베이징}·{광저우}·{선전}이 앞섰다.
middle dots katakana | {상하이}・{베이징} 노선이다.
arae-a dots | {수출}ㆍ{수입} 통계다.
commas | {상하이}, {베이징}, {광저우}에서 열린다.
double quotes | “{우한}은 열려 있다”고 했다.
single quotes | ‘{일대일로}’ 구상을 잇는다.
single quotes with particle | ‘{일대일로}’의 거점이다.
corner brackets | 「{우한시} 발전계획」을 냈다.
angle brackets | <{우한시} {기술 혁신} 방안>을 냈다.
square brackets | [{우한}] 현지 소식이다.
hanja in brackets | {우한}(武漢)은 교통 요지다.
hyphen between names | {중국}-{중남미} 포럼이 열렸다.
tilde | {상하이}~{우한} 구간이다.
slash | {수출}/{수입} 비율이다.
ellipsis | 문제는 {관세}… 해법은 없다.
full stop | 다음은 {우한}. 그리고 {난징}이다.
question mark | 왜 {우한}인가?
percent before | 5%{성장}을 내다봤다.
line break | 대상은\\n{우한}이다.
no-break space | 대상은\u00a0{우한}\u00a0{경제}다.
zero width | {우\u200b한}은 교통 요지다.
inside 산업 in 3차산업 | 3차산업 비중이다.
belt | {장강 경제벨트}를 따라 늘어선 {도시}들이다.
state council | {국무원}이 승인했다.
european union | {유럽연합}과 {관세}를 협의한다.
european union opened | {유럽 연합}이 반발했다.
mixed 1 | {상무부}는 {전기차} {관세}와 관련해 입장을 {밝혔}다.
mixed 2 | {반도체}와 {인공지능}에 {투자}를 {늘린}다.
mixed 3 | {미국}과 {중국}의 {무역} 협상이 길어졌다.
mixed 4 | {베이징}에서 {시진핑} 주석이 {유럽연합} 대표를 만났다.
mixed 5 | {신에너지차}의 {수출}이 {중국} {제조업}을 떠받친다.
mixed 6 | {충칭}까지 이어지는 물류망은 {기업}의 비용을 낮춘다.
mixed 7 | {재정}과 {통화정책}을 함께 쓴다.
mixed 8 | {광둥성} {선전}에서는 {자율주행} 버스가 달린다.
mixed 9 | {위성} 인터넷은 {국가}{전략}으로 자리잡았다.
homonym 인도 style: 경제도 | {경제}도 살아나고 있다.
homonym 국가의 | {국가}의 책임을 강조했다.
homonym 국가가 | {국가}가 나섰다.
homonym 도시의 | {도시}의 하루다.
true homonym 수입 income stays open | 농가 {수입}이 늘었다.
true homonym 시장 mayor stays open | {시장} 후보가 나섰다.
verb term 추진했다 | 시는 재개발을 {추진}했다.
verb term 추진하는 | 성이 {추진}하는 사업이다.
verb term 추진할 | 내년에 {추진}할 계획이다.
verb term 추진한 | 지난해 {추진}한 개혁이다.
verb term 추진해 | 함께 {추진}해 왔다.
verb term 추진하기로 | 공동으로 {추진}하기로 했다.
verb term 추진하며 | 개방을 {추진}하며 규제를 풀었다.
verb term 추진하고 있다 | 단계적으로 {추진}하고 있다.
verb term 추진합니다 | “끝까지 {추진}합니다.”
verb term: the noun is another | 사업 추진을 미뤘다.
verb term: the noun alone | 정책 추진 과정이 길었다.
verb term: passive is another | 올해 추진되는 사업이다.
verb term: causative is another | 계획을 추진시켰다.
verb term: 추진력 | 추진력을 잃었다.
verb term: 추진위원회 | 추진위원회를 꾸렸다.
verb term 강화했다 | 단속을 {강화}했다.
verb term 강화해야 | 연대를 {강화}해야 한다.
verb term 강화하도록 | 감독을 {강화}하도록 지시했다.
verb term: 강화는 noun | 규제 강화는 없다.
verb term: 강화되다 is another | 규제가 강화됐다.
verb term: 강화유리 | 강화유리 공장이다.
verb term 체결됐다 | 두 건이 {체결}됐다.
verb term 체결된 | 지난달 {체결}된 문서다.
verb term: 체결하다 is another | 문서를 체결했다.
verb term 밝혔다 | 회사는 이같이 {밝혔}다.
verb term 밝힌 | 그가 {밝힌} 내용이다.
verb term 밝히며 | 입장을 {밝히}며 웃었다.
verb term 밝히지 | 액수는 {밝히}지 않았다.
verb term 밝혀 | 사실을 {밝혀} 달라고 했다.
verb term: 밝다 is another | 전망이 밝다고 했다.
verb term: 밝은 | 밝은 표정이었다.
verb term 올랐다 | 지수가 2% {올랐}다.
verb term 오른 | 값이 {오른} 품목이다.
verb term 오를 | 더 {오를} 전망이다.
verb term 오르는 | {오르}는 추세다.
verb term: 오르막 | 오르막길이 이어진다.
verb term 늘렸다 | 인력을 {늘렸}다.
verb term 늘리고 | 설비를 {늘리}고 있다.
verb term: 늘었다 is another | 인구가 늘었다.
adjective 강력한 | {강력}한 조치를 내놨다.
adjective 강력하게 | {강력}하게 대응한다.
adjective 강력히 | {강력}히 반발했다.
adjective: 강력반 | 강력반 형사를 보냈다.
adjective: 강력범죄 | 강력범죄가 줄었다.
variant 연준 | {연준}은 회의를 열었다.
variant 연준이 | {연준}이 {금리}를 내렸다.
variant 연준의 | {연준}의 결정이 나왔다.
variant and full form | {연방준비제도}({연준})가 움직였다.
variant Fed | {Fed}가 물가를 살폈다.
variant fed in lower case | {fed} 인사의 발언이다.
variant FedEx is another word | FedEx 물량이 늘었다.
variant 연준위 | 연준위 표기는 쓰지 않는다.
variant inside 실연준비 | 실연준비에 들어갔다.
variant hanja | {青島}는 맥주로 이름났다.
variant hanja simplified | {青岛} 항만이 붐볐다.
variant hanja in brackets | {칭다오}({青島})에서 열렸다.
variant hanja harbour | {青島}港 물동량이다.
variant hanja inside another | 青島啤酒 상표다.
variant hanja city | {青島}市는 발표했다.
variant older form | {청도}시가 나섰다.
variant older form with particle | {청도}에서 배가 떠났다.
variant inside 안청도 | 안청도 마을이다.
name with 시 | {칭다오}시는 계획을 내놨다.
name with 시에서는 | {칭다오}시에서는 축제가 열린다.
name with 항 | {칭다오}항 물동량이 늘었다.
name with 산 | {칭다오}산 맥주다.
variant PMI | {제조업} {PMI}는 50을 밑돌았다.
variant PMI 가 | {PMI}가 반등했다.
variant PMI inside | EPMI 지표는 따로 있다.
variant full form | {구매관리자지수}({PMI})는 49.8이다.
variant full form spaced | {구매관리자 지수}가 나왔다.
variant full form spaced twice | {구매 관리자 지수}가 나왔다.
variant hanja of 국내총생산 | {국내총생산}({國內總生産})은 늘었다.
full form before GDP | {국내총생산}({GDP})이 5% 늘었다.
full form attached GDP | {국내총생산}{GDP} 통계다.
variant 통계국 | {통계국}은 자료를 냈다.
longest before variant | {국가통계국}은 자료를 냈다.
longest spaced | {국가 통계국}이 발표했다.
variant 통계국장 keeps its name | {통계국}장 회견이다.
variant inside 성통계국 | 성통계국 자료다.
variant 창장 | {창장}을 따라 내려간다.
variant 창장에서 | {창장}에서 물길이 갈린다.
variant 長江 | {長江} 유역이다.
variant 長江의 | {長江}의 물길이다.
river 양쯔강을 | {양쯔강}을 건넌다.
variant of two words | {서플라이 체인}이 흔들렸다.
variant of two words closed | {서플라이체인}을 다시 짠다.
noun 공급망의 | {공급망}의 안정을 꾀한다.
noun 공급망별 | {공급망}별 대책이다.
noun: 공급망관리 | 공급망관리 체계를 갖췄다.
spaced term 저공 경제 | {저공 경제}가 뜬다.
spaced term closed | {저공경제}를 키운다.
spaced variant | {저고도 경제}에 돈이 몰린다.
spaced variant closed | {저고도경제} 규모가 커졌다.
hanja variant | {低空經濟} 육성책이다.
hanja variant in quotes | ‘{低空經濟}’라 부른다.
spaced: only the first word | 저공 비행이 허용됐다.
stacked 으로부터의 | {칭다오}로부터의 화물이다.
stacked 에서조차 | {칭다오}에서조차 드물다.
stacked 까지만은 | {칭다오}까지만은 보장했다.
stacked 들에게서도 | {기업}들에게서도 불만이 나왔다.
stacked 이라는 점 | {공급망}이라는 점에서 다르다.
stacked 이며 | 핵심은 {공급망}이며 기술이다.
stacked 뿐만이 | {칭다오}뿐만이 아니다.
stacked 에서만도 | {칭다오}에서만도 세 곳이다.
stacked 으로서는 | {기업}으로서는 부담이다.
stacked 에게까지 | {기업}에게까지 번졌다.
person with title 총리 | {리창} 총리가 주재했다.
person with particle 이 | {리창}이 주재했다.
person with 의 | {시진핑}의 방문이다.
amount then term | 3개 {성}에서 시행한다.
amount 여 | 100여 개 {기업}이 모였다.
quoted verb | “{강력}하게 {추진}하겠다”고 했다.
noun and verb in one | {발전}을 {추진}하고 {협력}을 {강화}한다.
symbols ㆍ | {공급망}ㆍ{무역} 대책이다.
symbols 《》 | 《{저공 경제} {발전} 계획》을 냈다.
symbols 〈〉 | 〈{양쯔강} {보고}〉를 실었다.
symbols / | {칭다오}/{상하이} 노선이다.
symbols + | {AI}+{제조업} {전략}이다.
symbols ( | ({연준})은 침묵했다.
decomposed Latin | {Ｆｅｄ} 발표를 기다린다.
negative: 위성도시 | 위성도시가 커졌다.
negative: 성장통 | 성장통을 겪는다.
negative: 경제통 | 경제통 의원이다.
negative: 국가대표 | 국가대표 선수다.
negative: 시장기 | 시장기를 느꼈다.
negative: 전략폭격기 | 전략폭격기가 떴다.
negative: 대학가 | 대학가 상권이다.
negative: 보고타 | 보고타에서 열렸다.
negative: 원칙 | 원칙을 지킨다.
negative: 달러박스 | 달러박스로 불린다.
negative: 계약직 | 계약직을 뽑는다.
negative: 정부미 | 정부미를 풀었다.
negative: 재정난 | 재정난에 빠졌다.
negative: 위안이 되다 is a true homonym | 작은 {위안}이 됐다.
`

export interface RecognitionCase {
  label: string
  text: string
  /** UTF-16 spans of `text`. */
  expected: { start: number; end: number }[]
}

function readCase(line: string): RecognitionCase {
  const [label = '', ...rest] = line.split(' | ')
  const marked = rest.join(' | ').replaceAll('\\n', '\n')
  const expected: RecognitionCase['expected'] = []
  let text = ''
  for (const piece of marked.split(/(\{[^}]*\})/)) {
    const found = piece.startsWith('{') ? piece.slice(1, -1) : null
    if (found !== null) expected.push({ start: text.length, end: text.length + found.length })
    text += found ?? piece
  }
  return { label, text, expected }
}

/** Cases written one a line as above. */
export const readCases = (lines: string): RecognitionCase[] => lines.trim().split('\n').map(readCase)

/** A glossary with the cases it is for. */
export interface RecognitionSet {
  terms: readonly MatchableTerm[]
  cases: readonly RecognitionCase[]
}

export const newsSet: RecognitionSet = { terms: caseTerms, cases: readCases(CASES) }
