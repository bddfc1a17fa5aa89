/** As `repair.cases.ts`, in longer sentences of news, with more in them that must stay. */
export const NEWS = `
중국 상무부에 따르면 2024년 중국의 대외 직접투자는 1조 1,592억 위안(약 1,627억 달러)으로 전년 대비 11.3% 증가했다.
중국 상무부에 따르면 2025년 중국의 대외 직접투자는 1조 2,400억 위안(약 1,720억 달러)으로 전년 대비 7.1% 증가했다.
= According to China's Ministry of Commerce, the country's outbound direct investment rose {11.3 percent→7.1 percent} year on year to {1.1592 trillion yuan→1.24 trillion yuan} (about {$162.7 billion→$172 billion}) in {2024→2025}.

이번 박람회에는 42개국에서 1,200여 개 기업이 참가했으며, 전시 면적은 12만㎡로 지난해보다 20% 늘었다.
이번 박람회에는 55개국에서 1,500여 개 기업이 참가했으며, 전시 면적은 15만㎡로 지난해보다 25% 늘었다.
= More than {1,200→1,500} companies from {42→55} countries took part in the fair, whose floor space grew {20 percent→25 percent} from last year to {120,000 square meters→150,000 square meters}.

올해 1~5월 자동차 수출은 249만 대로 7.9% 늘었고, 이 가운데 신에너지차는 85만5천 대였다.
올해 1~8월 자동차 수출은 429만 대로 13.7% 늘었고, 이 가운데 신에너지차는 153만2천 대였다.
= In the {first five months→first eight months} of this year, auto exports rose {7.9 percent→13.7 percent} to {2.49 million→4.29 million} units, of which {855,000→1.532 million} were new energy vehicles.

시 당국은 2027년까지 5G 기지국 3만 개를 추가로 세워 1만 명당 기지국 수를 35개로 늘린다는 계획이다.
시 당국은 2028년까지 5G 기지국 4만 개를 추가로 세워 1만 명당 기지국 수를 40개로 늘린다는 계획이다.
= City authorities plan to add {30,000→40,000} 5G base stations by {2027→2028}, bringing the number of stations per 10,000 people to {35→40}.

이 위성은 7월 1일 오전 9시 30분 창정 2호 로켓에 실려 발사됐으며, 창정 계열 로켓의 583번째 임무였다.
이 위성은 8월 4일 오전 9시 30분 창정 2호 로켓에 실려 발사됐으며, 창정 계열 로켓의 588번째 임무였다.
= The satellite was launched by a Long March-2 rocket at 9:30 a.m. on {July 1→August 4}, the {583rd→588th} mission of the Long March series.

국가통계국은 15일 3분기 국내총생산이 전년 동기 대비 4.8% 증가했다고 발표했다.
국가통계국은 15일 4분기 국내총생산이 전년 동기 대비 5.0% 증가했다고 발표했다.
= The National Bureau of Statistics said on the 15th that gross domestic product grew {4.8 percent→5.0 percent} year on year in the {third quarter→fourth quarter}.

이 노선은 총연장 1,318㎞로 설계 속도는 시속 350㎞이며, 총 24개 역이 들어선다.
이 노선은 총연장 985㎞로 설계 속도는 시속 350㎞이며, 총 18개 역이 들어선다.
= The {1,318-kilometer→985-kilometer} line has a design speed of 350 kilometers per hour and {24→18} stations.

도시의 상주인구는 2,140만 명이며, 65세 이상이 전체의 17.3%를 차지한다.
도시의 상주인구는 1,380만 명이며, 65세 이상이 전체의 15.9%를 차지한다.
= The city has a resident population of {21.4 million→13.8 million}, with people aged 65 and over making up {17.3 percent→15.9 percent}.

지난해 이 성의 무역 규모는 5조 위안을 넘어 4년 연속 전국 1위를 지켰다.
지난해 이 성의 무역 규모는 6조 위안을 넘어 5년 연속 전국 1위를 지켰다.
= The province's trade exceeded {5 trillion yuan→6 trillion yuan} last year, keeping it first in the country for a {fourth→fifth} straight year.

세 기관은 공동으로 50억 위안 규모의 기금을 조성해 300개 기업을 지원하기로 했다.
세 기관은 공동으로 80억 위안 규모의 기금을 조성해 500개 기업을 지원하기로 했다.
= The three institutions agreed to set up {a 5-billion-yuan→an 8-billion-yuan} fund to support {300→500} companies.

관세는 오는 6월 10일부터 20%에서 15%로 낮아진다.
관세는 오는 9월 1일부터 15%에서 10%로 낮아진다.
= The tariff will be lowered from {20 percent→15 percent} to {15 percent→10 percent} from {June 10→September 1}.

회사는 2분기에 매출 125억 위안, 순이익 18억 위안을 올렸다고 23일 밝혔다.
회사는 3분기에 매출 140억 위안, 순이익 21억 위안을 올렸다고 24일 밝혔다.
~ The company said on {May 23→May 24} that it had sales of {12.5 billion yuan→14 billion yuan} and a net profit of {1.8 billion yuan→2.1 billion yuan} in the {second quarter→third quarter}.

행사 기간 78건, 총 350억 위안 규모의 계약이 체결됐다.
행사 기간 96건, 총 420억 위안 규모의 계약이 체결됐다.
= {Seventy-eight→Ninety-six} contracts worth {35 billion yuan→42 billion yuan} in total were signed during the event.

제7차 전국인구조사 결과 이 도시 인구는 10년 전보다 25.5% 늘었다.
제7차 전국인구조사 결과 이 도시 인구는 10년 전보다 16.2% 늘었다.
= The Seventh National Population Census showed that the city's population had grown {25.5 percent→16.2 percent} from 10 years before.

중국은 2030년 이전 탄소 배출 정점, 2060년 이전 탄소중립을 목표로 한다.
중국은 2030년 이전 탄소 배출 정점, 2050년 이전 탄소중립을 목표로 한다.
= China aims for peak carbon emissions before 2030 and carbon neutrality before {2060→2050}.

물동량은 4,200만 TEU로 14년 연속 세계 1위에 올랐다.
물동량은 5,150만 TEU로 15년 연속 세계 1위에 올랐다.
= Throughput reached {42 million→51.5 million} TEUs, first in the world for the {14th→15th} year in a row.

이 발전소는 연간 45억 kWh의 전력을 생산해 300만 가구에 공급한다.
이 발전소는 연간 60억 kWh의 전력을 생산해 400만 가구에 공급한다.
= The plant generates {4.5 billion kilowatt-hours→6 billion kilowatt-hours} of electricity a year, supplying {3 million→4 million} households.

중국의 R&D 투자는 3조 6천억 위안으로 GDP의 2.68%를 차지했다.
중국의 R&D 투자는 3조 9천억 위안으로 GDP의 2.8%를 차지했다.
= China's R&D spending was {3.6 trillion yuan→3.9 trillion yuan}, or {2.68 percent→2.8 percent} of GDP.

기온이 38도를 넘는 날이 12일 이어졌다.
기온이 38도를 넘는 날이 15일 이어졌다.
~ Temperatures above 38 degrees lasted for 12 days.

신규 등록 기업은 하루 평균 2만4천 개로 5년 전의 두 배를 넘었다.
신규 등록 기업은 하루 평균 2만7천 개로 5년 전의 세 배를 넘었다.
= An average of {24,000→27,000} companies were registered a day, more than {twice→three times} as many as five years before.

중국과 아세안의 교역액은 올해 상반기 3조 6,700억 위안으로 10.5% 늘어 전체의 16.6%를 차지했다.
중국과 아세안의 교역액은 올해 상반기 3조 6,700억 위안으로 9.6% 늘어 전체의 16.8%를 차지했다.
= Trade between China and ASEAN rose {10.5 percent→9.6 percent} to 3.67 trillion yuan in the first half of this year, accounting for {16.6 percent→16.8 percent} of the total.

이 회사의 6세대 전기차는 1회 충전으로 700㎞를 달린다.
이 회사의 6세대 전기차는 1회 충전으로 820㎞를 달린다.
= The company's sixth-generation electric car runs {700 km→820 km} on a single charge.

1호선은 2012년, 2호선은 2015년 개통했다.
1호선은 2014년, 2호선은 2017년 개통했다.
= Line 1 opened in {2012→2014} and Line 2 in {2015→2017}.

2015년 착공해 2019년 완공했다.
2019년 착공해 2023년 완공했다.
= Work began in {2015→2019} and was finished in {2019→2023}.

투자 규모는 20억~30억 위안으로 예상된다.
투자 규모는 40억~50억 위안으로 예상된다.
= Investment is expected to be {2-3 billion yuan→4-5 billion yuan}.

응답자의 62%는 찬성했고 28%는 반대했으며 10%는 답하지 않았다.
응답자의 58%는 찬성했고 30%는 반대했으며 12%는 답하지 않았다.
= Of those asked, {62 percent→58 percent} were in favor, {28 percent→30 percent} were against and {10 percent→12 percent} did not answer.

고용은 1만 명 늘어난 12만 명이었다.
고용은 2만 명 늘어난 14만 명이었다.
= Employment rose by {10,000→20,000} to {120,000→140,000}.

1단계 사업에는 1억 위안, 2단계 사업에는 2억 위안이 든다.
1단계 사업에는 3억 위안, 2단계 사업에는 4억 위안이 든다.
= The first phase costs {100 million yuan→300 million yuan} and the second {200 million yuan→400 million yuan}.

축제는 10월 1일부터 7일까지 열린다.
축제는 9월 20일부터 26일까지 열린다.
= The festival runs from {Oct. 1 to 7→Sept. 20 to 26}.

문화재 3만여 점 가운데 3,000점이 전시된다.
문화재 5만여 점 가운데 4,500점이 전시된다.
= Of more than {30,000→50,000} relics, {3,000→4,500} are on display.

한중 FTA 발효 10주년을 맞아 10개 행사가 열린다.
한중 FTA 발효 10주년을 맞아 12개 행사가 열린다.
~ Ten events mark the 10th anniversary of the China-South Korea FTA.

도시철도 9개 노선의 총길이는 386km로 세계 9위다.
도시철도 11개 노선의 총길이는 452km로 세계 7위다.
= The {nine→11} metro lines total {386 km→452 km}, ranking {ninth→seventh} in the world.

30여 년간 이 항만은 100배 성장했다.
40여 년간 이 항만은 150배 성장했다.
= In more than {30 years→40 years}, the port has grown {100-fold→150-fold}.

최대 2000만 원의 보조금을 준다.
최대 3500만 원의 보조금을 준다.
= Subsidies of up to {20 million won→35 million won} are given.

이 법은 총 7장 63조로 이뤄졌으며 2026년 1월 1일부터 시행된다.
이 법은 총 7장 63조로 이뤄졌으며 2026년 5월 1일부터 시행된다.
= The law, with 63 articles in seven chapters, takes effect on {Jan. 1, 2026→May 1, 2026}.

15개 성에서 1,000개 이상의 매장을 연다.
18개 성에서 1,200개 이상의 매장을 연다.
= It will open at least {1,000→1,200} stores in {15→18} provinces.

지난달 소비자물가는 0.1% 올랐고 생산자물가는 2.7% 내렸다.
지난달 소비자물가는 0.4% 올랐고 생산자물가는 2.3% 내렸다.
= Consumer prices rose {0.1 percent→0.4 percent} and producer prices fell {2.7 percent→2.3 percent} last month.

1인당 가처분소득은 4만1천314위안으로 5.3% 늘었다.
1인당 가처분소득은 4만3천377위안으로 5.0% 늘었다.
= Disposable income per person rose {5.3 percent→5.0 percent} to {41,314 yuan→43,377 yuan}.

A320 여객기 100대를 120억 달러에 사들이기로 했다.
A320 여객기 150대를 190억 달러에 사들이기로 했다.
= It agreed to buy {100→150} A320 airliners for {$12 billion→$19 billion}.

‘일대일로’ 구상은 2013년 제시됐고 150개국이 참여했다.
‘일대일로’ 구상은 2013년 제시됐고 155개국이 참여했다.
= The Belt and Road Initiative was put forward in 2013 and has been joined by {150→155} countries.

15세 이상 인구의 평균 교육 기간은 11.2년이다.
15세 이상 인구의 평균 교육 기간은 11.5년이다.
= People aged 15 and over have had {11.2 years→11.5 years} of schooling on average.

12월 31일까지 신청한 기업에는 500만 위안을 준다.
6월 30일까지 신청한 기업에는 300만 위안을 준다.
= Companies that apply by {December 31→June 30} receive {5 million yuan→3 million yuan}.

이 도시는 5년 연속 흑자를 냈다.
이 도시는 6년 연속 흑자를 냈다.
= The city ran a surplus for {five consecutive years→six consecutive years}.

수출이 3개월 연속 감소했다.
수출이 8개월 연속 감소했다.
= Exports fell for {a third straight month→an eighth straight month}.

제1회 포럼이 우한에서 처음으로 열렸다.
제2회 포럼이 우한에서 처음으로 열렸다.
~ The inaugural forum was held in Wuhan for the first time.

행사에 9명이 초청됐다.
행사에 7명이 초청됐다.
~ The event began at 9 a.m. with its guests.

두 자릿수로 늘어 2배가 됐다.
두 자릿수로 늘어 3배가 됐다.
= With double-digit growth, it {doubled→tripled}.

올해 들어 세 차례 인상했다.
올해 들어 네 차례 인상했다.
= It has been raised {three times→four times} this year.

올해 들어 두 차례 인상했다.
올해 들어 세 차례 인상했다.
= It has been raised {twice→three times} this year.

선저우 20호 승무원 3명이 귀환했다.
선저우 21호 승무원 3명이 귀환했다.
~ The three crew members of Shenzhou-20 returned.

선저우 20호는 20일 발사된다.
선저우 20호는 24일 발사된다.
~ Shenzhou 20 will be launched on {April 20→April 24}.

관세 20%를 부과했다.
관세 18%를 부과했다.
= It imposed {a 20-percent→an 18-percent} tariff.

기업 110곳이 8000만 달러를 투자했다.
기업 118곳이 1100만 달러를 투자했다.
= {110→118} firms made {an $80 million→an $11 million} investment.

기금은 80억 위안이다.
기금은 110억 위안이다.
= It is {an 8-billion-yuan→an 11-billion-yuan} fund.

중국 축구는 2002년 월드컵에 나갔다.
중국 축구는 2006년 월드컵에 나갔다.
= Chinese soccer went to the {2002→2006} World Cup.

이 제도는 2025년 1월부터 12월까지 시행된다.
이 제도는 2026년 3월부터 11월까지 시행된다.
= The scheme is in force from {January to December 2025→March to November 2026}.

서울에서 1시간 30분 걸린다.
서울에서 2시간 40분 걸린다.
= It takes {1 hour→2 hours} and {30 minutes→40 minutes} from Seoul.

면적 100만㎡의 단지에 100개 기업이 있다.
면적 100만㎡의 단지에 130개 기업이 있다.
= The park of 1 million square meters has {100→130} companies.

인구 10만 명당 의사는 300명이다.
인구 10만 명당 의사는 320명이다.
= There are {300→320} doctors per 100,000 people.

수익률은 -3.5%였다.
수익률은 -2.1%였다.
~ The return was -3.5 percent.

상하이종합지수는 0.35% 오른 3,420.56으로 마감했다.
상하이종합지수는 0.72% 오른 3,455.10으로 마감했다.
= The Shanghai Composite Index rose {0.35 percent→0.72 percent} to close at {3,420.56→3,455.10}.

환율은 달러당 7.18위안이다.
환율은 달러당 7.23위안이다.
= The rate is {7.18 yuan→7.23 yuan} to the dollar.

행사는 7월 1일부터 7일까지 열린다.
행사는 8월 3일부터 9일까지 열린다.
= The event runs from {July 1 to July 7→August 3 to August 9}.

행사는 7월 30일부터 8월 2일까지 열린다.
행사는 9월 29일부터 10월 4일까지 열린다.
= The event runs from {July 30→September 29} to {August 2→October 4}.

시장 규모는 2조 위안으로 커졌다.
시장 규모는 3조 위안으로 커졌다.
~ The market grew to {2 trillion yuan→3 trillion yuan} ($280 billion).

관광객의 50%가 청년이며 지출은 50% 늘었다.
관광객의 60%가 청년이며 지출은 60% 늘었다.
~ Half of the visitors are young, and spending rose {50 percent→60 percent}.

국무원은 2027년까지 국가급 연구소 10곳을 추가로 지정한다.
국무원은 2030년까지 국가급 연구소 25곳을 추가로 지정한다.
= By {2027→2030} the State Council will designate another {10→25} national institutes.

전기차 판매량은 1,286만 대로 40% 가까이 늘었다.
전기차 판매량은 1,649만 대로 28% 가까이 늘었다.
= Sales of electric cars grew nearly {40%→28%} to {12.86 million→16.49 million}.

이 사업에는 5년간 총 3,000억 원이 투입된다.
이 사업에는 3년간 총 1,800억 원이 투입된다.
= A total of {300 billion won→180 billion won} will be spent on the project over {five years→three years}.

부채비율은 65.2%로 0.8%p 낮아졌다.
부채비율은 63.9%로 1.3%p 낮아졌다.
= The debt ratio fell by {0.8 percentage points→1.3 percentage points} to {65.2 percent→63.9 percent}.

두 나라의 교역액은 2,000억 달러를 넘어섰다.
두 나라의 교역액은 2,450억 달러를 넘어섰다.
= Trade between the two countries passed {$200 billion→$245 billion}.

이 열차는 2시간 18분 만에 두 도시를 잇는다.
이 열차는 3시간 25분 만에 두 도시를 잇는다.
= The train links the two cities in {2 hours→3 hours} and {18 minutes→25 minutes}.

소형 위성 8기를 한꺼번에 쏘아 올렸다.
소형 위성 14기를 한꺼번에 쏘아 올렸다.
= It launched {eight→14} small satellites at once.

상반기 무역흑자는 4조 2,100억 위안에 달했다.
하반기 무역흑자는 4조 5,500억 위안에 달했다.
= The trade surplus came to {4.21 trillion yuan→4.55 trillion yuan} in the {first half→second half}.

기업들은 매출의 3%를 연구에, 5%를 교육에 썼다.
기업들은 매출의 4%를 연구에, 6%를 교육에 썼다.
= The companies spent {5 percent→6 percent} of their sales on training and {3 percent→4 percent} on research.

화재로 3명이 숨지고 12명이 다쳤다.
화재로 5명이 숨지고 21명이 다쳤다.
= The fire killed {three→five} people and injured {12→21}.

화재로 1명이 숨지고 12명이 다쳤다.
화재로 2명이 숨지고 15명이 다쳤다.
~ The fire killed one person and injured {12→15}.

코스피는 1.2% 오른 2,650.3에 마감했다.
코스피는 0.6% 오른 2,701.8에 마감했다.
= The KOSPI closed {1.2 percent→0.6 percent} higher at {2,650.3→2,701.8}.

자율주행차 500대가 3개 구에서 운행 중이다.
자율주행차 900대가 5개 구에서 운행 중이다.
= {Five hundred→900} self-driving cars are running in {three→five} districts.

올해 목표는 ‘5% 안팎’으로 정해졌다.
올해 목표는 ‘4.5% 안팎’으로 정해졌다.
= This year's target was set at “around {5 percent→4.5 percent}.”

지난해 12월 수출액은 3,356억 달러였다.
지난해 11월 수출액은 3,123억 달러였다.
= Exports in {December→November} last year were {$335.6 billion→$312.3 billion}.

6월 말 기준 가입자는 9억7천만 명이다.
9월 말 기준 가입자는 10억2천만 명이다.
= As of the end of {June→September}, there were {970 million→1.02 billion} subscribers.

최고 시속 600km의 자기부상열차가 공개됐다.
최고 시속 650km의 자기부상열차가 공개됐다.
= A maglev train with a top speed of {600 kph→650 kph} was unveiled.

이 산업단지의 생산액은 1,000억 위안대에 진입했다.
이 산업단지의 생산액은 2,000억 위안대에 진입했다.
= The park's output reached the {100-billion-yuan→200-billion-yuan} level.

시험 비행은 3번째 만에 성공했다.
시험 비행은 4번째 만에 성공했다.
= The test flight succeeded on the {third→fourth} attempt.

연구진은 10분의 1 비용으로 모델을 만들었다.
연구진은 5분의 1 비용으로 모델을 만들었다.
= The researchers built the model at {one-tenth→one-fifth} of the cost.

중국은 전 세계 생산량의 70%를 차지하며 한국은 15%다.
중국은 전 세계 생산량의 68%를 차지하며 한국은 17%다.
= China accounts for {70%→68%} of world output and South Korea for {15%→17%}.

회의는 7일부터 9일까지 사흘간 열렸다.
회의는 14일부터 16일까지 사흘간 열렸다.
= The three-day meeting was held from the {7th to 9th→14th to 16th}.

수소 충전소 40기를 세워 2배로 늘린다.
수소 충전소 60기를 세워 3배로 늘린다.
= It will set up {40→60} hydrogen stations, {doubling→tripling} their number.

구매자에게 대당 2만 위안을 지급한다.
구매자에게 대당 1만5천 위안을 지급한다.
= Buyers get {20,000 yuan→15,000 yuan} per car.

이 기술 덕에 비용이 절반으로 줄고 속도는 10배 빨라졌다.
이 기술 덕에 비용이 절반으로 줄고 속도는 20배 빨라졌다.
= The technology halved the cost and made it {10 times→20 times} faster.

65층 건물이 완공됐다.
82층 건물이 완공됐다.
= {A 65-story→An 82-story} building was finished.

제20기 3중전회가 3개 안건을 심의했다.
제20기 3중전회가 5개 안건을 심의했다.
~ The Third Plenary Session of the 20th Central Committee reviewed three items.

대통령 2기 내각이 2개 부처를 없앴다.
대통령 2기 내각이 3개 부처를 없앴다.
~ The second-term cabinet abolished ministries.
`
