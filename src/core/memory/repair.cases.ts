import { NEWS } from './repair-news.cases.ts'

/**
 * One case in three lines: the unit's source, the text to be translated, the unit's target with what is to be replaced in
 * braces ({old→new}); what is not in braces must stay. `=` before the target: nothing else differs; `~`: something does, or
 * cannot be told.
 */
const VALUES = `
중국의 서비스 수출이 2조 2천억 위안을 돌파했다.
중국의 서비스 수출이 3조 1천억 위안을 돌파했다.
= China's services exports passed {2.2 trillion yuan→3.1 trillion yuan}.

시장 규모는 2조 2,197억 위안으로 집계됐다.
시장 규모는 2조 5,040억 위안으로 집계됐다.
= The market was put at {2.2197 trillion yuan→2.504 trillion yuan}.

시장 규모는 2조 2,000억 위안으로 집계됐다.
시장 규모는 3조 1,500억 위안으로 집계됐다.
= The market was put at {2,200 billion yuan→3,150 billion yuan}.

투자액은 약 3,138억 달러(약 454조 원)에 달했다.
투자액은 약 3,145억 달러(약 460조 원)에 달했다.
= Investment came to about {$313.8 billion→$314.5 billion} (about {454 trillion won→460 trillion won}).

이 공장은 120만 달러를 들여 지어졌다.
이 공장은 85만 달러를 들여 지어졌다.
= The plant was built for {US$1.2 million→US$850,000}.

1인당 소득은 1만2천500원 늘었다.
1인당 소득은 9천800원 늘었다.
= Income per head rose by {12,500 won→9,800 won}.

이용자는 3억5000만 명을 넘었다.
이용자는 4억2000만 명을 넘었다.
= Users topped {350 million→420 million}.

전시 면적은 5만㎡에 이른다.
전시 면적은 8만5천㎡에 이른다.
= The exhibition covers {50,000 square meters→85,000 square meters}.

이 항구는 지난해 철강 20만t을 처리했다.
이 항구는 지난해 철강 35만t을 처리했다.
= The port handled {200,000 tons→350,000 tons} of steel last year.

이 항구는 지난해 철강 150만 t을 처리했다.
이 항구는 지난해 철강 230만 t을 처리했다.
= The port handled {1.5 million tonnes→2.3 million tonnes} of steel last year.

실험은 1,066초 동안 이어졌다.
실험은 1,337초 동안 이어졌다.
= The experiment lasted {1,066 seconds→1,337 seconds}.

시는 실험실 3개를 설립했다.
시는 실험실 5개를 설립했다.
= The city founded {three→five} laboratories.

시는 실험실 12개를 설립했다.
시는 실험실 15개를 설립했다.
= The city founded {12→15} laboratories.

시는 실험실 3개를 설립했다.
시는 실험실 14개를 설립했다.
= The city founded {three→14} laboratories.

시는 세 곳에 실험실을 설립했다.
시는 다섯 곳에 실험실을 설립했다.
= The city founded laboratories in {three→five} places.

수출은 8.4% 증가했다.
수출은 9.1% 증가했다.
= Exports rose {8.4 percent→9.1 percent}.

수출은 8.4% 증가했다.
수출은 12% 증가했다.
= Exports rose {8.4%→12%}.

수출은 15퍼센트 증가했다.
수출은 18퍼센트 증가했다.
= Exports rose by {15 per cent→18 per cent}.

수출은 8.4% 증가했다.
수출은 9.0% 증가했다.
= Exports rose {8.4 percent→9.0 percent}.

점유율은 3.2%p 상승했다.
점유율은 1.7%p 상승했다.
= Its share rose {3.2 percentage points→1.7 percentage points}.

점유율은 1%포인트 하락했다.
점유율은 2%포인트 하락했다.
= Its share fell {1 percentage point→2 percentage points}.

협약은 2025년 7월 1일 발효됐다.
협약은 2026년 8월 15일 발효됐다.
= The agreement took effect on {July 1, 2025→August 15, 2026}.

협약은 2025년 7월 1일 발효됐다.
협약은 2026년 3월 9일 발효됐다.
= The agreement took effect on {1 July 2025→9 March 2026}.

박람회는 7월 1일 개막했다.
박람회는 9월 4일 개막했다.
= The fair opened on {July 1→September 4}.

박람회는 9월 4일 개막했다.
박람회는 11월 20일 개막했다.
= The fair opened on {Sept. 4→Nov. 20}.

3분기 수출이 늘었다.
4분기 수출이 늘었다.
= Exports rose in the {third quarter→fourth quarter}.

2025년 3분기 수출이 늘었다.
2026년 1분기 수출이 늘었다.
= Exports rose in {Q3 2025→Q1 2026}.

2025년 3분기 수출이 늘었다.
2026년 1분기 수출이 늘었다.
= Exports rose in the {third quarter of 2025→first quarter of 2026}.

상반기 매출이 줄었다.
하반기 매출이 줄었다.
= Sales fell in the {first half→second half} of the year.

올해 1~9월 수입이 늘었다.
올해 1~6월 수입이 늘었다.
= Imports rose in the {first nine months→first six months} of this year.

2025년 1~9월 수입이 늘었다.
2026년 1~4월 수입이 늘었다.
= Imports rose from {January to September 2025→January to April 2026}.

포럼은 4월 24~25일 열린다.
포럼은 5월 7~9일 열린다.
= The forum will be held on {April 24-25→May 7-9}.

생산량은 3배로 늘었다.
생산량은 5배로 늘었다.
= Output rose {threefold→fivefold}.

생산량은 3배로 늘었다.
생산량은 4배로 늘었다.
= Output grew to {three times→four times} its former level.

생산량이 두 배로 늘었다.
생산량이 세 배로 늘었다.
= Output {doubled→tripled}.

제3회 박람회가 열렸다.
제4회 박람회가 열렸다.
= The {third→fourth} fair was held.

제12회 박람회가 열렸다.
제13회 박람회가 열렸다.
= The {12th→13th} fair was held.

제21회 박람회가 열렸다.
제22회 박람회가 열렸다.
= The {21st→22nd} fair was held.

12차 회의가 열렸다.
23차 회의가 열렸다.
= The {12th→23rd} meeting was held.

이 도시는 2위에 올랐다.
이 도시는 4위에 올랐다.
= The city ranked {second→fourth}.

이 도시는 1위에 올랐다.
이 도시는 3위에 올랐다.
= The city ranked {No. 1→No. 3}.

사업은 1년 걸렸다.
사업은 2년 걸렸다.
= The project took {1 year→2 years}.

사업은 3년 걸렸다.
사업은 1년 걸렸다.
= The project took {three years→one year}.

시는 10년 계획을 내놓았다.
시는 5년 계획을 내놓았다.
= The city presented a {10-year→5-year} plan.

시는 8% 성장을 목표로 한다.
시는 7% 성장을 목표로 한다.
= The city aims for {an 8 percent→a 7 percent} rise.

시는 5% 성장을 목표로 한다.
시는 11% 성장을 목표로 한다.
= The city aims for {a 5 percent→an 11 percent} rise.

시는 9% 성장을 목표로 한다.
시는 80% 성장을 목표로 한다.
= The city aims for {a 9%→an 80%} rise.

기업의 3분의 2가 참가했다.
기업의 4분의 3이 참가했다.
= {Two-thirds→Three-quarters} of the companies took part.

노선 길이는 1,318㎞이다.
노선 길이는 1,069㎞이다.
= The line is {1,318 kilometers→1,069 kilometers} long.

발전 용량은 500MW다.
발전 용량은 1,200MW다.
= The plant has a capacity of {500 megawatts→1,200 megawatts}.

물가는 2~3% 오를 전망이다.
물가는 4~5% 오를 전망이다.
= Prices are expected to rise by {2-3 percent→4-5 percent}.

매출은 5억 위안, 이익은 8000만 위안이었다.
매출은 6억 위안, 이익은 9000만 위안이었다.
= Sales were {500 million yuan→600 million yuan} and profit {80 million yuan→90 million yuan}.

매출은 5억 위안으로 7% 늘었다.
매출은 6억 위안으로 9% 늘었다.
= Sales rose {7 percent→9 percent} to {500 million yuan→600 million yuan}.

2024년 매출은 5억 위안이었다.
2025년 매출은 6억 위안이었다.
= Sales were {500 million yuan→600 million yuan} in {2024→2025}.

2030년까지 공장 10개를 세운다.
2035년까지 공장 20개를 세운다.
= It will build {10→20} plants by {2030→2035}.

행사에 200여 개 기업이 참가했다.
행사에 300여 개 기업이 참가했다.
= More than {200→300} companies took part in the event.

행사에 100여명이 참석했다.
행사에 250여명이 참석했다.
= More than {100→250} people attended the event.

기금 규모는 100억 위안이다.
기금 규모는 1조 2천억 위안이다.
= The fund holds {10 billion yuan→1.2 trillion yuan}.

기금 규모는 100억 위안이다.
기금 규모는 85억 위안이다.
= The fund holds {RMB 10 billion→RMB 8.5 billion}.

기금 규모는 10억 달러다.
기금 규모는 25억 달러다.
= The fund holds {$1bn→$2.5bn}.

기금 규모는 10억 유로다.
기금 규모는 25억 유로다.
= The fund holds {€1 billion→€2.5 billion}.

기금 규모는 3조 원이다.
기금 규모는 4조 5천억 원이다.
= The fund holds {3 trillion Korean won→4.5 trillion Korean won}.

계획은 2021~2035년을 대상으로 한다.
계획은 2026~2030년을 대상으로 한다.
= The plan covers {2021-2035→2026-2030}.

도시 계획(2021~2035)이 승인됐다.
도시 계획(2026~2040)이 승인됐다.
= The city plan ({2021-2035→2026-2040}) was approved.

인구는 1,300만 명을 넘는다.
인구는 950만 명을 넘는다.
= It has more than {13 million→9.5 million} people.

1인당 GDP는 15만 3,200위안이다.
1인당 GDP는 12만 8,500위안이다.
= GDP per head is {153,200 yuan→128,500 yuan}.

첨단기술 기업은 1.45만 개다.
첨단기술 기업은 1.62만 개다.
= There are {14,500→16,200} high-tech companies.

6개월 만에 공사가 끝났다.
9개월 만에 공사가 끝났다.
= The works were finished in {six months→nine months}.

48시간 안에 심사가 끝난다.
24시간 안에 심사가 끝난다.
= The review ends within {48 hours→24 hours}.

3일간 행사가 이어졌다.
5일간 행사가 이어졌다.
= The event went on for {three days→five days}.

1월 3일 발표했다.
12월 9일 발표했다.
= It was announced on {Jan. 3→Dec. 9}.

2025년 2월에 승인됐다.
2026년 11월에 승인됐다.
= It was approved in {February 2025→November 2026}.

5월에 승인됐다.
8월에 승인됐다.
= It was approved in {May→August}.

수출은 3.5%, 수입은 2.1% 늘었다.
수출은 4.5%, 수입은 2.1% 늘었다.
= Exports rose {3.5 percent→4.5 percent} and imports 2.1 percent.

수출은 3.5%, 수입은 2.1% 늘었다.
수출은 2.1%, 수입은 3.5% 늘었다.
= Exports rose {3.5 percent→2.1 percent} and imports {2.1 percent→3.5 percent}.

두 번째 위성이 발사됐다.
세 번째 위성이 발사됐다.
= The {second→third} satellite was launched.

５０％가 참여했다.
６０％가 참여했다.
= {50 percent→60 percent} took part.

관광객은 500만 명으로 20% 늘었다.
관광객은 800만 명으로 35% 늘었다.
= Visitors rose {20 percent→35 percent} to {5 million→8 million}.

매출 성장률은 두 자릿수인 12.5%였다.
매출 성장률은 두 자릿수인 13.25%였다.
= Sales growth was in double digits at {12.5 percent→13.25 percent}.

세 개 공장이 문을 열었다.
일곱 개 공장이 문을 열었다.
= {Three→Seven} plants opened.

세 개 공장이 문을 열었다.
열두 개 공장이 문을 열었다.
= {Three→Twelve} plants opened.

사상 최대인 1조 위안을 기록했다.
사상 최대인 1조 5천억 위안을 기록했다.
= It reached a record {1 trillion yuan→1.5 trillion yuan}.

참가국은 26개국이다.
참가국은 31개국이다.
= {26→31} countries take part.

주민은 70세를 넘었다.
주민은 85세를 넘었다.
= The residents were over {70 years→85 years} old.

면적은 3천㎢다.
면적은 4천200㎢다.
= Its area is {3,000 square kilometers→4,200 square kilometers}.

농지 500헥타르를 조성했다.
농지 750헥타르를 조성했다.
= It laid out {500 hectares→750 hectares} of farmland.
`

const REFUSED = `
수출은 8.4% 증가했다.
수출은 8.4% 감소했다.
~ Exports rose 8.4 percent.

수출은 8.4% 증가했다.
수출은 9.1% 감소했다.
~ Exports rose {8.4 percent→9.1 percent}.

노선 길이는 1,000km다.
노선 길이는 1000㎞다.
~ The line is 1,000 kilometers long.

시장 규모는 2조 2,197억 위안이다.
시장 규모는 3조 535억 위안이다.
~ The market is worth 2.22 trillion yuan.

매출은 5억 위안이다.
매출은 5억 달러다.
~ Sales are 500 million yuan.

3개 시와 3개 현이 참여했다.
4개 시와 5개 현이 참여했다.
~ Three cities and three counties took part.

제20차 당대회가 끝난 뒤 20개 기업이 참여했다.
제20차 당대회가 끝난 뒤 30개 기업이 참여했다.
= After the 20th Party Congress, {20→30} companies took part.

Z-20 헬기 20대가 도착했다.
Z-20 헬기 30대가 도착했다.
= {20→30} Z-20 helicopters arrived.

5G 기지국 5개를 세웠다.
5G 기지국 8개를 세웠다.
= It set up {5→8} 5G base stations.

Z-20 헬기가 도착했다.
Z-10 헬기가 도착했다.
~ The Z-20 helicopter arrived.

버전 3.5를 공개했다.
버전 4.0을 공개했다.
~ It released version 3.5.

버전 3.5 이용자가 3.5% 늘었다.
버전 3.5 이용자가 4.5% 늘었다.
= Users of version 3.5 rose {3.5 percent→4.5 percent}.

‘비전 2035’에 따라 2035년까지 공장을 세운다.
‘비전 2035’에 따라 2040년까지 공장을 세운다.
= Under Vision 2035, it will build plants by {2035→2040}.

‘비전 2035’를 발표했다.
‘비전 2040’을 발표했다.
~ It presented Vision 2035.

중국제조 2025의 목표를 2025년 달성했다.
중국제조 2025의 목표를 2026년 달성했다.
= It reached the goals of Made in China 2025 in {2025→2026}.

G20 정상회의에 20개국이 참가했다.
G20 정상회의에 19개국이 참가했다.
= {20→19} countries took part in the G20 summit.

코로나19 이후 19개 공장이 문을 닫았다.
코로나19 이후 25개 공장이 문을 닫았다.
= After COVID-19, {19→25} plants closed.

글로벌 500대 기업 가운데 5곳이 참가했다.
글로벌 500대 기업 가운데 7곳이 참가했다.
= {Five→Seven} of the Global 500 companies took part.

2차전지 수출이 2배로 늘었다.
2차전지 수출이 3배로 늘었다.
= Exports of secondary batteries {doubled→tripled}.

4차 산업혁명을 이끈다.
3차 산업혁명을 이끈다.
~ It leads the fourth industrial revolution.

수십억 위안을 투자했다.
수백억 위안을 투자했다.
~ It invested billions of yuan.

시는 실험실 3개를 설립했다.
시는 실험실 1개를 설립했다.
~ The city founded three laboratories.

시는 실험실 1개를 설립했다.
시는 실험실 4개를 설립했다.
~ The city founded one laboratory.

두 도시가 2개 공장을 세웠다.
두 도시가 3개 공장을 세웠다.
~ The two cities built plants.

두 도시가 2개 협약을 맺었다.
두 도시가 3개 협약을 맺었다.
~ The two cities signed deals.

양국은 2개 협약을 맺었다.
양국은 3개 협약을 맺었다.
~ The two countries signed agreements.

포럼은 11일 열렸다.
포럼은 24일 열렸다.
~ The forum was held on {July 11→July 24}.

포럼은 지난 11일 열렸다.
포럼은 지난 24일 열렸다.
= The forum was held on the {11th→24th}.

포럼은 7월 11일 열렸다.
포럼은 7월 18일 열렸다.
~ The forum was held on {July 11, 2025→July 18, 2025}.

포럼은 7월 11일 열렸다.
포럼은 7월 16일 열렸다.
~ The forum was held on Friday, July 11.

포럼은 7월 11일 열렸다.
포럼은 2026년 7월 18일 열렸다.
~ The forum was held on July 11.

포럼은 7월 11일 열렸다.
포럼은 7월 열렸다.
~ The forum was held on July 11.

포럼은 지난 11일 열렸다.
포럼은 오는 24일 열린다.
~ The forum was held on the 11th.

매출이 5% 늘어 5%를 웃돌았다.
매출이 6% 늘어 6%를 웃돌았다.
= Sales rose {5 percent→6 percent}, beating {5 percent→6 percent}.

매출은 5%, 이익은 5% 늘었다.
매출은 6%, 이익은 7% 늘었다.
= Sales rose {5 percent→6 percent} and profit {5 percent→7 percent}.

매출은 5%, 이익은 5% 늘었다.
매출은 6%, 이익은 6% 늘었다.
~ Sales and profit both rose {5 percent→6 percent}.

매출은 5%, 이익은 5% 늘었다.
매출은 6%, 이익은 7% 늘었다.
~ Sales and profit both rose 5 percent.

매출은 5% 늘었다.
매출은 6% 늘었다.
~ Sales rose 5 percent, as profit rose 5 percent.

매출은 5% 늘었다.
매출은 6% 늘었다.
~ Sales rose.

행사에 200여 개 기업이 참가했다.
행사에 200개 기업이 참가했다.
~ More than 200 companies took part.

행사에 3개 기업이 참가했다.
행사에 5개 대학이 참가했다.
~ {Three→Five} companies took part in the event.

행사에 3개 기업이 참가했다.
행사에 5곳 기업이 참가했다.
~ {Three→Five} companies took part in the event.

매출은 5억 위안 이상이다.
매출은 6억 위안 미만이다.
~ Sales are more than {500 million yuan→600 million yuan}.

매출은 약 5억 위안이다.
매출은 6억 위안이다.
~ Sales are about {500 million yuan→600 million yuan}.

위성 2호가 발사됐다.
위성 3호가 발사됐다.
~ The No. 2 satellite was launched.

6·25 전쟁 이후 25개국이 지원했다.
6·25 전쟁 이후 27개국이 지원했다.
= After the Korean War, {25→27} countries lent support.

3·1절 행사에 3만 명이 모였다.
3·1절 행사에 5만 명이 모였다.
= {30,000→50,000} people gathered for March First Movement Day.

오전 10시 30분에 30명이 모였다.
오전 10시 30분에 40명이 모였다.
= {30→40} people gathered at 10:30 a.m.

경기는 3:2로 끝났고 3만 명이 봤다.
경기는 3:2로 끝났고 4만 명이 봤다.
= The match ended 3:2 and was watched by {30,000→40,000} people.

제3조에 따라 3개 기관을 세운다.
제3조에 따라 4개 기관을 세운다.
= Under Article 3, {three→four} bodies are set up.

이 회사는 매출을 공개했다.
이 회사는 3억 위안의 매출을 공개했다.
~ The company published its sales.

이 회사는 3억 위안의 매출을 공개했다.
이 회사는 매출을 공개했다.
~ The company published sales of 300 million yuan.

생산량이 두 배로 늘었다.
생산량이 일곱 배로 늘었다.
~ Output doubled.

수출은 8.4%p 늘었다.
수출은 8.4% 늘었다.
~ Exports rose 8.4 percentage points.

수출은 3% 늘었다.
수출은 2~3% 늘었다.
~ Exports rose 3 percent.

3분기 수출이 늘었다.
상반기 수출이 늘었다.
~ Exports rose in the third quarter.

1분기부터 3분기까지 늘었다.
2분기부터 4분기까지 늘었다.
= It rose from the {first quarter to the third quarter→second quarter to the fourth quarter}.

2025년 세계인공지능대회가 열렸다.
2026년 세계인공지능대회가 열렸다.
= The {2025→2026} World AI Conference was held.

1위 도시는 인구 1위다.
2위 도시는 인구 3위다.
~ The first city is first in population.

첨단기업 12개가 들어섰다.
첨단기업 12곳이 들어섰다.
~ Twelve high-tech companies moved in.

월드컵 이후 3국이 3개 협약을 맺었다.
월드컵 이후 3국이 4개 협약을 맺었다.
~ After the World Cup the three countries signed agreements.

5대 원칙과 5개 과제를 제시했다.
5대 원칙과 6개 과제를 제시했다.
~ It set out five principles and tasks.

시는 반도체 공장을 세운다.
시는 배터리 공장을 세운다.
~ The city is building a chip plant.

CR450 열차는 시속 450㎞로 달린다.
CR450 열차는 시속 400㎞로 달린다.
= The CR450 train runs at {450 kilometers→400 kilometers} per hour.

7나노 공정 제품이 7% 늘었다.
7나노 공정 제품이 9% 늘었다.
= Products of the 7-nanometer process rose {7 percent→9 percent}.

1선 도시 집값이 1% 올랐다.
1선 도시 집값이 2% 올랐다.
= Home prices in first-tier cities rose {1 percent→2 percent}.
`

const TERMED = `
우한시는 수출을 늘렸다.
청두시는 수출을 늘렸다.
= {Wuhan→Chengdu} raised its exports.

우한은 수출을 늘렸다.
청두는 수출을 늘렸다.
= {Wuhan→Chengdu} raised its exports.

우한이 1위를 차지했다.
허페이가 1위를 차지했다.
= {Wuhan→Hefei} came first.

후베이성의 우한은 중부의 중심이다.
안후이성의 허페이는 중부의 중심이다.
= {Wuhan→Hefei} in {Hubei Province→Anhui Province} is a center of central China.

우한의 수출은 8.4% 늘었다.
청두의 수출은 9.1% 늘었다.
= {Wuhan→Chengdu}'s exports rose {8.4 percent→9.1 percent}.

우한으로 가는 열차가 출발했다.
청두로 가는 열차가 출발했다.
= The train to {Wuhan→Chengdu} left.

우한과 상하이가 협약을 맺었다.
청두와 상하이가 협약을 맺었다.
= {Wuhan→Chengdu} and Shanghai signed an agreement.

우한과 상하이가 협약을 맺었다.
상하이와 우한이 협약을 맺었다.
= {Wuhan→Shanghai} and {Shanghai→Wuhan} signed an agreement.

우한과 우한대학이 협약을 맺었다.
청두와 우한대학이 협약을 맺었다.
= {Wuhan→Chengdu} and Wuhan University signed an agreement.

우한은 우한의 길을 간다.
청두는 청두의 길을 간다.
= {Wuhan→Chengdu} goes {Wuhan→Chengdu}'s way.

우한은 우한의 길을 간다.
청두는 우한의 길을 간다.
~ Wuhan goes Wuhan's way.

우한은 길을 간다.
청두는 길을 간다.
~ Wuhan goes Wuhan's way.

우한은 길을 간다.
난퉁은 길을 간다.
~ Wuhan goes its way.

이 도시는 공동 실험실을 세웠다.
이 도시는 연구소를 세웠다.
= The city set up {a joint laboratory→an institute}.

이 도시는 공동 실험실 3개를 세웠다.
이 도시는 연구소 5개를 세웠다.
= The city set up {three→five} {joint laboratories→institutes}.

이 도시는 반도체를 수출한다.
이 도시는 배터리를 수출한다.
= The city exports {semiconductors→batteries}.

반도체는 핵심이다.
배터리는 핵심이다.
= {Semiconductors→Batteries} are key.

상무부는 통계를 발표했다.
재정부는 통계를 발표했다.
= The {Ministry of Commerce→Ministry of Finance} published the figures.

국무원은 계획을 승인했다.
상무부는 계획을 승인했다.
= The {State Council→Ministry of Commerce} approved the plan.

제20차 당대회 이후 20개 기업이 참여했다.
제20차 당대회 이후 40개 기업이 참여했다.
= After the 20th Party Congress, {20→40} companies took part.

제20차 당대회 이후 기업이 참여했다.
제19차 당대회 이후 기업이 참여했다.
= After the {20th Party Congress→19th Party Congress}, companies took part.

우한은 반도체를 수출한다.
청두는 배터리를 수출한다.
= {Wuhan→Chengdu} exports {semiconductors→batteries}.

우한은 반도체를 수출한다.
청두는 배터리를 수입한다.
~ {Wuhan→Chengdu} exports {semiconductors→batteries}.

우한시는 반도체를 수출한다.
청두는 반도체를 수출한다.
= {Wuhan→Chengdu} exports semiconductors.

우한이 아닌 곳에서도 반도체를 만든다.
청두가 아닌 곳에서도 반도체를 만든다.
= {Semiconductors are made outside Wuhan→Semiconductors are made outside Chengdu}, too.

창장 삼각주에서 2조 위안을 넘었다.
주장 삼각주에서 3조 위안을 넘었다.
= It passed {2 trillion yuan→3 trillion yuan} in the {Yangtze River Delta→Pearl River Delta}.

상하이는 3월 1일 반도체 계획을 냈다.
우한은 4월 2일 배터리 계획을 냈다.
= {Shanghai→Wuhan} issued a {semiconductor→battery} plan on {March 1→April 2}.

우한은 실험실을 세웠다.
청두는 실험실을 세웠다.
~ {Wuhan→Chengdu}, the capital of Hubei, set up a laboratory.

우한은 실험실을 세웠다.
청두는 실험실을 세웠다.
~ {Wuhan→Chengdu}, Hubei, set up a laboratory.

우한, 상하이는 실험실을 세웠다.
청두, 상하이는 실험실을 세웠다.
= {Wuhan→Chengdu}, Shanghai and others set up a laboratory.

우한시는 실험실을 세웠다.
안후이성은 실험실을 세웠다.
~ {Wuhan→Anhui Province} said the city set up a laboratory.

상하이는 정책을 냈다.
우한은 정책을 냈다.
~ The city issued its policy.

상하이이며 우한이다.
청두이며 우한이다.
= It is {Shanghai→Chengdu} and it is Wuhan.

상하이에서 열린 박람회에 10만 명이 왔다.
우한에서 열린 박람회에 12만 명이 왔다.
= {100,000→120,000} people came to the fair in {Shanghai→Wuhan}.
`

/** Source and translation of the terms the third set has. */
export const REPAIR_TERMS: readonly (readonly [string, string])[] = [
  ['우한', 'Wuhan'],
  ['우한시', 'Wuhan'],
  ['청두', 'Chengdu'],
  ['청두시', 'Chengdu'],
  ['허페이', 'Hefei'],
  ['상하이', 'Shanghai'],
  ['후베이성', 'Hubei Province'],
  ['안후이성', 'Anhui Province'],
  ['우한대학', 'Wuhan University'],
  ['공동 실험실', 'joint laboratory'],
  ['연구소', 'institute'],
  ['반도체', 'semiconductor'],
  ['배터리', 'battery'],
  ['상무부', 'Ministry of Commerce'],
  ['재정부', 'Ministry of Finance'],
  ['국무원', 'State Council'],
  ['제20차 당대회', '20th Party Congress'],
  ['제19차 당대회', '19th Party Congress'],
  ['창장 삼각주', 'Yangtze River Delta'],
  ['주장 삼각주', 'Pearl River Delta'],
]

export interface RepairCase {
  from: string
  to: string
  target: string
  /** What must be replaced, in the target. */
  expected: { start: number; end: number; text: string }[]
  complete: boolean
  terms: boolean
}

const parsed = (cases: string, terms: boolean): RepairCase[] =>
  cases
    .trim()
    .split('\n\n')
    .map((block) => {
      const [from = '', to = '', marked = ''] = block.split('\n')
      const expected: RepairCase['expected'] = []
      let target = ''
      for (const part of marked.slice(2).split(/(\{[^}]*\})/u)) {
        const [, old, now] = /^\{(.*)→(.*)\}$/u.exec(part) ?? []
        if (old !== undefined && now !== undefined)
          expected.push({ start: target.length, end: target.length + old.length, text: now })
        target += old ?? part
      }
      return { from, to, target, expected, complete: marked.startsWith('='), terms }
    })

export const repairCases: readonly RepairCase[] = [
  ...parsed(VALUES, false),
  ...parsed(REFUSED, false),
  ...parsed(TERMED, true),
  ...parsed(NEWS, false),
]
