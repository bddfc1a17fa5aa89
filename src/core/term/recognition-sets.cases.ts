import { readCases, readTerms, type RecognitionSet } from './recognition.cases.ts'

/** Sets of cases with terms that would change what is found in all the others, written as in `recognition.cases.ts`. */
const set = (terms: string, cases: string): RecognitionSet => ({
  terms: readTerms(terms),
  cases: readCases(cases),
})

/** Single syllables, and terms that begin with a counter, beside numbers. */
const counters = set(
  `
시 = city
당 = party
주 = state
성 = province
약 = drug
조 = Article
도 = degree
총 = gun
연 = lead
위 = stomach
원 = won
엔 = yen
주가 = share price
주도 = lead
회의 = meeting
시간 = time
기도 = prayer
조의 = condolence
대가 = price
우한 = Wuhan
기업 = company
위안 = yuan
`,
  `
hour 시에 | 회의장은 3시에 문을 열었다.
hour 시부터 | 기자회견은 오전 10시부터 열린다.
hour 시까지 | 매장은 21시까지 연다.
hour 시는 | 15시는 돼야 끝난다.
hour with minutes | 오후 2시 30분에 시작했다.
hour with native numeral | 행사는 두 시에서 네 시까지 이어졌다.
hour with native numeral and 부터 | 세 시부터 줄을 섰다.
city alone | {시}는 계획을 승인했다.
city 에서 | {시}에서 보조금을 준다.
city in a list | 각 {시}에서 대표를 보냈다.
city behind a comma | {성}, {시}는 함께 나섰다.
city attached to its name | {우한}시는 계획을 냈다.
city behind Hanja in brackets | {우한}(武漢)시는 계획을 냈다.
city behind a quotation | ‘{우한}’시는 계획을 냈다.
per head | 1인당 소득이 늘었다.
party of five | 5당은 합의하지 못했다.
yuan per ten | 10{위안}당 값이 매겨졌다.
party alone | {당}은 결정을 내렸다.
week 주부터 | 2주부터 접수한다.
weeks 주는 | 10주는 걸린다.
share price of ten shares | 10주가 새로 배정됐다.
share price of 100,000 shares | 10만주가 풀렸다.
share price apart | {주가}가 올랐다.
share price with company | {기업} {주가}는 내렸다.
share price behind a year apart | 2025 {주가} 전망을 냈다.
led by ten shares | 100주도 팔지 못했다.
meeting: three times of | 3회의 실험을 거쳤다.
meeting of G20 attached | G20{회의}에 참석했다.
meeting apart | {회의}에 참석했다.
time: hours | 3{시간}이 걸렸다.
degree | 기온이 30도를 넘었다.
degree: 5도에서 | 5도에서 보관한다.
Article | 제7조는 고친다.
trillion | 예산은 3조에 이른다.
prayer: periods too | 3기도 곧 짓는다.
condolence: of a trillion | 3조의 예산을 짰다.
price: ten cars | 10대가 팔렸다.
price alone | {대가}를 치렀다.
about | 약 30%가 늘었다.
about in won | 약 3천억{원}을 들였다.
drug alone | {약}을 만드는 {기업}이다.
total | 총 20억 {위안}을 들였다.
rank | 3위는 다른 도시다.
yearly | 연 5% 성장했다.
provinces counted | 3개 {성}은 목표를 낮췄다.
won counted | 5천{원}을 냈다.
won in trillions | 3조 {원}을 넘었다.
yen | 100{엔}으로 내렸다.
yen apart | 3천억 {엔}을 들였다.
amount of yuan attached | 20억{위안}을 들였다.
`,
)

/** Middle dots of all kinds. */
const dots = set(
  `
개혁·개방 = reform and opening up
산학연 = industry-academia-research
미중 = China-US
중남미 = Latin America
중미 = Central America
생산유통 = production and distribution
기술 혁신 = technological innovation
우한 = Wuhan
베이징 = Beijing
시도 = attempt
도시 = city
수출 = export
수입 = import
A주 = A-share
무역·투자 자유화 = liberalization of trade and investment
`,
  `
dot as in the glossary | {개혁·개방} 이후 달라졌다.
dot with particle | {개혁·개방}의 성과다.
dot: another one | {개혁ㆍ개방}을 넓힌다.
dot: katakana | {개혁・개방}을 넓힌다.
dot: hyphenation point | {개혁‧개방}을 넓힌다.
dot left out | {개혁개방}을 넓힌다.
dot as a space | {개혁 개방}을 넓힌다.
dot with spaces | {개혁 · 개방}을 넓힌다.
dot: only the first word | 개혁·혁신을 말했다.
dot: inside a word | 신개혁·개방을 말했다.
dot: another word goes on | 개혁·개방파 인사다.
dot added | {생산·유통} 구조를 바꾼다.
dot added, space instead | {생산 유통} 구조를 바꾼다.
dot for a space is a list | 기술·혁신 부문을 나눈다.
dot for a space: with a space | {기술 혁신} 부문을 나눈다.
dot between states | {미·중} 협상이 길어졌다.
dot between states closed | {미중} 협상이 길어졌다.
dot between states other way | {중·미} 정상이 만났다.
dot before a longer piece | {중·남미} 국가들이 모였다.
dot between other syllables is a list | 17개 시·도가 모였다.
dot between other syllables: cities | 도·시 의회가 함께 나섰다.
dot between three | 산·학·연이 모였다.
dot three closed | {산학연} 협력이다.
list of names | {우한}·{베이징}이 앞섰다.
list with spaces | {우한} · {베이징}이 앞섰다.
list of nouns | {수출}·{수입} 통계다.
list with particle on the last | {우한}ㆍ{베이징}에서도 열린다.
list with bullets | • {우한} • {베이징}
list with letters | {A주}·B주 지수다.
dot in a longer term | {무역·투자 자유화}를 논의했다.
dot in a longer term left out | {무역투자 자유화}를 논의했다.
dot in a longer term all closed | {무역투자자유화}를 논의했다.
`,
)

/** What is attached to nouns and names and is no particle, and words that only look so. */
const attached = set(
  `
중국 = China
우한 = Wuhan
상하이 = Shanghai
베이징 = Beijing
미국 = United States
고려 = Goryeo
기업 = company
산업 = industry
기술 = technology
시장 = market
국내 = domestic
신호 = signal
정형 = orthopedics
회담 = talks
도시 = city
경제 = economy
외국 = foreign country
위안 = yuan
달러 = dollar
원 = won
엔 = yen
수출 = export
`,
  `
ending 쪽 | {중국}쪽은 답하지 않았다.
ending 쪽에서 | {기업}쪽에서 먼저 나섰다.
ending 쪽: note | 중국쪽지 한 장이 돌았다.
ending 등 | {우한}등 세 곳이 뽑혔다.
ending 등의 | {기업}등의 지원을 받았다.
ending 등에서 | {베이징}등에서 열린다.
ending 등지에서 | {우한}등지에서 열린다.
ending 등: lamp | 신호등을 바꿨다.
ending 등: grade | 기업등급을 매겼다.
ending 등: registration | 기업등록을 마쳤다.
ending 외 | {기업}외 기관도 참여한다.
ending 외에도 | {중국}외에도 열 나라가 참여한다.
ending 외: within and without | 국내외 수요가 늘었다.
ending 외: surgery | 정형외과 병원이다.
ending 외: diplomacy | 중국외교 전략을 다뤘다.
ending 이후 | {회담}이후 분위기가 바뀌었다.
ending 이후의 | {회담}이후의 일정이다.
ending 이전 of a name | {우한}이전에는 드물었다.
ending 이전: transfer | 기술이전 계약을 맺었다.
ending 간 | {기업}간 거래가 늘었다.
ending 내 | {시장}내 경쟁이 심하다.
ending 측 | {중국}측이 제안했다.
ending 측은 | {기업}측은 답하지 않았다.
ending 발 | {베이징}발 열차가 늘었다.
ending 발: development | 우한발전 구상이다.
ending 발: common noun | 산업발 위기다.
ending 행 | {상하이}행 열차다.
ending 행의 | {상하이}행의 마지막 열차다.
ending 행: administration | 상하이행정 개혁이다.
ending 행: common noun | 도시행 버스다.
ending 산 | {미국}산 콩이다.
ending 산은 | {중국}산은 값이 싸다.
ending 산: industry | {중국}{산업}은 크다.
ending 산: common noun | 기업산 제품이라는 말은 없다.
ending 화 of money | {위안}화 환율이 내렸다.
ending 화 of money with particle | {달러}화로 결제한다.
ending 화 of money: won | {원}화 가치가 올랐다.
ending 화 of money: yen | {엔}화는 약세다.
ending 화: 기업화 | 기업화 과정을 거쳤다.
ending 화: 도시화 | 도시화가 빠르다.
ending 화: painting | 중국화 전시가 열렸다.
ending 화: picture or flower | 시장화 개혁이다.
money 당 without a number | {달러}당 {위안} 가치가 올랐다.
money 당: party | 기업당 지원은 없다.
money: the comfort women | 위안부 관련 기록이다.
export and import together | 수출입 물량이 늘었다.
people 중국인들 | 중국인들이 찾았다.
people 중국인은 | 중국인은 반겼다.
people 중국인 before a noun | 중국인 유학생이 늘었다.
people at the end | 대상은 외국인.
people 외국인 | 외국인 투자가 늘었다.
people 외국인의 | 외국인의 관심이 크다.
people 고려인 | 고려인 마을이 있다.
people 경제인 | 경제인 모임이 열렸다.
people 미국인 | 미국인 관광객이 줄었다.
copula 인 | 수도 {베이징}인 것은 다르지 않다.
copula 중국인 것 | 목적지가 {중국}인 것으로 나타났다.
copula 중국인 만큼 | 최대 상대가 {중국}인 만큼 기대가 크다.
copula of a company | 선도 {기업}인 화웨이가 나섰다.
copula of a city | 항구 {도시}인 {상하이}는 크다.
copula 이다 | 상대는 {중국}이다.
language 중국어 | 중국어 교재를 냈다.
language 중국어로 | 중국어로 발표했다.
made in 중국제 | {중국}제 부품이다.
style 중국식 | {중국}식 현대화다.
capital 중국계 | {중국}계 자본이다.
`,
)

/** Words that belong to what stands before them, and adjectives that left their noun. */
const bound = set(
  `
한시 = classical Chinese poem
이상 = abnormality
이하 = Ihwa
이전 = relocation
정도 = right path
이내 = Inae
미만 = less than
대한 = Daehan
위해 = Weihai
통한 = bitterness
대표 = representative
회의 = meeting
전략 = strategy
경제 = economy
보수 = pay
우한 = Wuhan
중국 = China
기업 = company
달러 = dollar
위안 = yuan
`,
  `
adjective 한시적으로 | 세금을 한시적으로 깎는다.
adjective 한시적인 | 한시적인 조치다.
poem | {한시}를 읊었다.
adjective 이상적 | 이상적 해법은 없다.
adjective 대표적인 | 대표적인 {기업}이다.
representative | {대표}가 방문했다.
adjective 회의적 | 전망에 회의적이다.
adjective 보수적으로 | 보수적으로 잡았다.
pay | {보수}를 올렸다.
adjective of a name | 우한적 특색이라는 말은 없다.
adjective 전략적 stays | {전략}적 동반자다.
adjective 경제적인 stays | {경제}적인 부담이 크다.
toward 에 대한 | {중국}에 대한 제재를 풀었다.
toward 에게 대한 | 시장에 대한 기대가 크다.
name 대한 | {대한} 항공 노선이다.
name 대한 behind a name | {중국} {대한} 합작이다.
for 을 위해 | 협력을 위해 만났다.
for 를 위해서 | 평화를 위해서 나섰다.
name 위해 | {위해}에서 배가 떠난다.
name 위해 at the beginning | {위해} 항만이 붐빈다.
through 을 통한 | 대화를 통한 해결을 바란다.
more than, counted | 50개 이상 {기업}이 참여했다.
more than, counted 의 | 50개 이상의 {기업}이 참여했다.
more than, attached | 50개이상이 참여했다.
more than, percent | 60% 이상이 찬성했다.
more than, percent attached | 60%이상이 찬성했다.
more than, people | 5만 명 이상이 모였다.
more than, money | 3조 {위안} 이상을 들였다.
more than, money in brackets | 2조 {위안}(약 2,800억 {달러}) 이상이다.
more than, native numeral | 세 배 이상 늘었다.
more than, half | 절반 이상이 찬성했다.
more than, days | 사흘 이상 이어졌다.
more than, kilometers | 300km 이상을 달렸다.
more than, years | 10년 이상 걸린다.
more than expected | 기대 이상의 성과다.
more than that | 그 이상은 없다.
to some degree | 어느 정도 회복됐다.
abnormality | {이상}을 발견했다.
abnormality before a noun | {이상} 기후가 잦다.
abnormality behind a name | {우한} {이상} 고온이 이어졌다.
at most | 30세 이하 청년이다.
before a year | 2020년 이전에는 없었다.
relocation | 공장 {이전}을 마쳤다.
about so many | 200명 정도가 왔다.
less than | 5% 미만으로 낮췄다.
within | 3일 이내에 답한다.
`,
)

/** Hanja as China, Korea and Japan write them. */
const hanja = set(
  `
우한 = Wuhan ; variants=武漢
광둥 = Guangdong ; variants=广东
시진핑 = Xi Jinping ; variants=習近平
칭다오 = Qingdao ; variants=青島
국무원 = State Council ; variants=國務院
발개위 = NDRC ; variants=发改委
황후 = empress ; variants=皇后
`,
  `
traditional as in the glossary | {武漢}에서 열렸다.
simplified for traditional | {武汉}에서 열렸다.
simplified in brackets | {우한}({武汉})은 크다.
simplified with its unit | {武汉}市는 크다.
traditional for simplified | {廣東}의 공장이다.
Japanese for simplified | {広東}의 공장이다.
simplified person | {习近平} 주석이다.
Korean form | {靑島} 맥주다.
simplified harbour | {青岛} 항만이다.
simplified institution | {国务院}이 승인했다.
traditional of a short form | {發改委}가 밝혔다.
another character | 皇後는 잘못이다.
the same character | {皇后}의 자리다.
longer word | 武汉大学의 연구다.
`,
)

export const otherSets: readonly RecognitionSet[] = [counters, dots, attached, bound, hanja]
