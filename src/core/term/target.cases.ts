/**
 * One case a line: translation | English text, with every place where the translation stands in braces. What is not in
 * braces must not be found.
 */
const CASES = `
Wuhan | {Wuhan} opened a laboratory.
Wuhan | The fair in {Wuhan} closed on Friday.
Wuhan | {Wuhan}'s exports rose.
Wuhan | {Wuhan}’s exports rose.
Wuhan | The {Wuhan}-based company grew.
Wuhan | WUHANESE is no word of ours.
Wuhan | Wuhu and Wuxi, not the other one.
Hubei Province | Officials of {Hubei Province} said so.
Hubei Province | Officials of {Hubei province} said so.
Hubei Province | The province of Hubei said so.
Hubei Province | Hubei, province of lakes.
Hubei Province | Hubei. Province-wide rules apply.
the State Council | A notice of the {State Council} followed.
the State Council | The {State Council}'s notice followed.
the State Council | The Council of the State met.
State Council | the {state council} met
State Council | The State's Council met.
Ministry of Commerce | China's {Ministry of Commerce} said on Monday.
Ministry of Commerce | {ministry of commerce} officials
Ministry of Commerce | Ministry officials of Commerce Street
Ministry of Industry and Information Technology | the {Ministry of Industry and Information Technology} said
joint laboratory | They opened a {joint laboratory}.
joint laboratory | They opened two {joint laboratories}.
joint laboratory | The {joint laboratory}’s director spoke.
joint laboratory | {Joint laboratory} opens
joint laboratory | {Joint Laboratory} of Marine Science
joint laboratory | a joint effort of the laboratory
joint laboratory | The laboratory is joint property.
company | The {company} grew.
company | The {companies} grew.
company | The {company}'s sales grew.
company | All {companies}’ sales grew.
company | They accompany the delegation.
company | a companion of hers
business | {business} is slow
business | small {businesses} suffer
business | the {business}’s owner
analysis | an {analysis} by the bank
analysis | several {analyses} by the bank
analysis | the analyst and the analytics firm
city | {cities} along the river
city | capacity grew
city | The {City}'s budget
woman | {women} founders
spokesman | two {spokesmen} said
half | the two {halves} of the year
criterion | strict {criteria} apply
leader of industry | {leaders of industry} met
leader of industry | {leader of industry} Wang
leader of industry | leader in industry
special economic zone | five {special economic zones}
special economic zone | the {Special Economic Zone} of Shenzhen
special economic zone | a special zone for the economy
high-speed rail | a {high-speed rail} line
high-speed rail | a {high speed rail} line
high-speed rail | {High-Speed Rail} opens
high-speed rail | a {high‑speed rail} line
high-speed rail | at high speed, rail freight grew
high speed rail | a {high-speed rail} line
e-commerce | {e-commerce} grew
e-commerce | {ecommerce} grew
e-commerce | {E-commerce} grew
ecommerce | {e-commerce} grew
ecommerce | the commerce ministry
low-altitude economy | the {low-altitude economy}
low-altitude economy | the {low altitude economy}
low-altitude economy | an economy of low altitude
new energy vehicle | {new energy vehicles} sold well
new energy vehicle | {new-energy vehicles} sold well
new energy vehicle | a {new energy vehicle} maker
new energy vehicle | new vehicles run on energy
semiconductor | {semiconductors} and displays
semiconductor | the {semiconductor} industry
semiconductors | the {semiconductor} industry
semiconductors | {semiconductors}
GDP | {GDP} grew 5 percent
GDP | gdp is written in capitals
GDP | the {GDPs} of both
IT | the {IT} industry
IT | it grew
IT | It grew.
AI | {AI} chips
AI | ai is a sloth
US | the {US} and China
US | tell us more
US | Us and them
U.S. | the {U.S.} and China
U.S. | the {US} and China
U.S. | Tell us.
US | the {U.S.} said
SOE | {SOEs} invested
SOE | the {SOE} invested
SOE | aloe vera soe
R&D | {R&D} spending
R&D | R and D
5G | a {5G} network
5G | a 5 G force
A-share | {A-share} prices
A-share | {A-shares} fell
A-share | a share of 5 percent
A-share | A share of it
belt and road | the {Belt and Road} Initiative
Belt and Road Initiative | the {Belt and Road Initiative}
Belt and Road Initiative | a road and belt initiative
Communist Party of China (CPC) | the {Communist Party of China}
Communist Party of China (CPC) | the {Communist Party of China (CPC)}
Communist Party of China (CPC) | the communist parties of Europe
People's Bank of China | the {People's Bank of China}
People's Bank of China | the {People’s Bank of China}
People’s Bank of China | the {People's Bank of China}
People's Bank of China | the Bank of China
Xi'an | {Xi’an} and Chengdu
Xi'an | {Xi'an}'s airport
Xi'an | Xian and Chengdu
promote | to {promote} growth
promote | {promoted} growth
promote | {promoting} growth
promote | {promotes} growth
promote | a promotion
grow | the economy {grew} 5 percent
grow | has {grown}
grow | {growing} fast
grow | {Grows} fast
grow | growth
rise | exports {rose}
rise | have {risen}
rise | the {rise} of exports
rise | roses and enterprise
build | was {built}
build | {building} ships
lead | was {led} by
plan | {planned} to build
plan | the {plan}
plan | {plans} to build
plan | a plane
commit | {committed} to it
carry out | {carried out} reforms
carry out | {carrying out} reforms
carry out | carry it out
put into operation | was {put into operation} in May
put into operation | {putting into operation} a plant
boost domestic demand | {boosting domestic demand}
boost domestic demand | {boosted domestic demand}
boost domestic demand | domestic demand got a boost
economic growth | {economic growth} slowed
economic growth | {Economic growth} slowed.
economic growth | economic, growth
economic growth | the growth of the economic zone
trade balance | the {trade balance} widened
trade balance | {trade balances} widened
port | the {port} of Shanghai
port | a report
port | {ports} along the coast
port | exports and airports
yuan | 2.2 trillion {yuan}
yuan | 2.2 trillion {Yuan}
yuan | Yuanjiang River
labor cost | {labour costs} rose
labor cost | {labor costs} rose
data center | {data centres} opened
data centre | {data centers} opened
modernization | the {modernisation} of industry
organize | {organised} by the city
defense | the {defence} ministry
joint stock company | a {joint-stock company}
supply chain | {supply chains}
supply chain | {supply-chain} risks
supply chain | supply of chains
third quarter | in the {third quarter}
third quarter | a third of the quarter
14th Five-Year Plan | the {14th Five-Year Plan}
14th Five-Year Plan | the {14th five-year plan}
14th Five-Year Plan | the 15th Five-Year Plan
purchasing managers' index | the {purchasing managers' index}
purchasing managers' index | the {purchasing managers’ index}
Made in China 2025 | {Made in China 2025}
Made in China 2025 | Made in China in 2025
percent | 5 {percent}
percent | 5 percentage points
percentage point | 2 {percentage points}
humanoid robot | {humanoid robots}
humanoid robot | {Humanoid Robots} Race
dual circulation | the “{dual circulation}” strategy
imports and exports | {imports & exports} rose
imports and exports | {Imports & Exports} rose
imports & exports | {imports and exports} rose
imports & exports | imports, exports rose
research and development | {research & development} spending
research and development | R&D spending
AT&T | {AT&T} said
AT&T | AT and T
Johnson & Johnson | {Johnson & Johnson} said
Johnson & Johnson | Johnson, Johnson said
component supplier | {component suppliers} and others
component supplier | {components suppliers} and others
component supplier | a supplier of components
worry | the {worries} of exporters
`

export interface TargetCase {
  target: string
  text: string
  expected: { start: number; end: number }[]
}

const parse = (line: string): TargetCase => {
  const at = line.indexOf(' | ')
  const target = line.slice(0, at)
  let text = ''
  const expected: TargetCase['expected'] = []
  for (const part of line.slice(at + 3).split(/([{}])/u)) {
    if (part === '{') expected.push({ start: text.length, end: text.length })
    else if (part === '}') {
      const open = expected.at(-1)
      if (open) open.end = text.length
    } else text += part
  }
  return { target, text, expected }
}

export const targetCases: readonly TargetCase[] = CASES.trim().split('\n').map(parse)
