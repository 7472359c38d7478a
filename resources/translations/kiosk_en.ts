<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ko_KR">
<context>
    <name>coffee::kiosk::AllergySheet</name>
    <message>
        <source>알레르기가 있으신가요?</source>
        <translation>Do you have an allergy?</translation>
    </message>
    <message>
        <source>드시면 안 되는 것을 모두 골라 주세요. 바리스타에게 그대로 전해요. 같은 기구를 쓰므로 아주 조금은 섞일 수 있어요.</source>
        <translation>Choose everything you must not have. The barista will see it. We share equipment, so traces may remain.</translation>
    </message>
    <message>
        <source>없어요</source>
        <translation>None</translation>
    </message>
    <message>
        <source>골랐어요</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::AttractPage</name>
    <message>
        <source>어디에서 드시나요?</source>
        <translation>For here or to go?</translation>
    </message>
    <message>
        <source>매장에서</source>
        <translation>For here</translation>
    </message>
    <message>
        <source>매장 컵에 담아 드려요</source>
        <translation>Served in a shop cup</translation>
    </message>
    <message>
        <source>포장</source>
        <translation>To go</translation>
    </message>
    <message>
        <source>가져가실 수 있게 담아 드려요</source>
        <translation>Packed to take with you</translation>
    </message>
    <message>
        <source>내 주문 보기</source>
        <translation>Find my order</translation>
    </message>
    <message>
        <source>지금 주문하면 %1 걸려요.</source>
        <translation>Current wait: %1</translation>
    </message>
    <message>
        <source>지금은 주문을 잠시 쉬고 있어요.</source>
        <translation>We are not taking orders for the moment.</translation>
    </message>
    <message>
        <source>%1부터 다시 주문할 수 있어요.</source>
        <translation>You can order again from %1.</translation>
    </message>
    <message>
        <source>기본</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>쉬운 화면</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>고대비</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>낮은 화면</source>
        <translation>Low screen</translation>
    </message>
    <message>
        <source>음성 안내</source>
        <translation>Voice guide</translation>
    </message>
    <message>
        <source>여기서 먹어요</source>
        <translation>Eat here</translation>
    </message>
    <message>
        <source>가져가요</source>
        <translation>Take it with you</translation>
    </message>
    <message>
        <source>지금은 주문 시간이 아니에요.</source>
        <translation>We are closed right now.</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::BasketPanel</name>
    <message>
        <source>담은 메뉴가 없어요.</source>
        <translation>Your basket is empty.</translation>
    </message>
    <message numerus="yes">
        <source>담은 메뉴 %n개</source>
        <translation>
            <numerusform>%n item in your basket</numerusform>
            <numerusform>%n items in your basket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, 그 밖에 %n가지</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>메뉴를 골라 주세요.</source>
        <translation>Choose something you like.</translation>
    </message>
    <message>
        <source>주문 확인</source>
        <translation>Review order</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::BasketRows</name>
    <message>
        <source>바꿨어요</source>
        <translation>Changed</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::CountedGroup</name>
    <message numerus="yes">
        <source>모두 합해 %n개까지 고를 수 있어요.</source>
        <translation>
            <numerusform>Up to %n in total.</numerusform>
            <numerusform>Up to %n in total.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::DisplaySheet</name>
    <message>
        <source>기본</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>크게</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>아주 크게</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>화면 설정</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>글자 크기</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>화면</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>고대비</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>낮은 화면</source>
        <translation>Low screen</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>음성 안내</source>
        <translation>Voice guide</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::IdleSheet</name>
    <message>
        <source>계속 주문하시겠어요?</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>%1 뒤에 처음 화면으로 돌아가요. 하시던 것은 비워져요.</source>
        <translation>In %1 this screen starts over for the next customer.</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>계속하기</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::KioskWindow</name>
    <message>
        <source>주문이 끝나서 돌아갈 화면이 없어요. 끝내려면 처음으로를 눌러 주세요.</source>
        <translation>Your order is done, so there is no page to go back to. Press Home to finish.</translation>
    </message>
    <message>
        <source>직원을 불렀어요. 잠시만 기다려 주세요.</source>
        <translation>We have called the staff. Just a moment, please.</translation>
    </message>
    <message>
        <source>직원에게 알리지 못했어요. 카운터에 말씀해 주세요.</source>
        <translation>We could not reach the staff. Please ask at the counter.</translation>
    </message>
    <message>
        <source>이미 불렀어요. 잠시만 기다려 주세요.</source>
        <translation>We have called already. Just a moment, please.</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>처음 화면으로 갈까요?</source>
        <translation>Start over?</translation>
    </message>
    <message>
        <source>담은 메뉴가 모두 비워져요.</source>
        <translation>Your basket will be emptied.</translation>
    </message>
    <message>
        <source>비우고 처음으로</source>
        <translation>Empty and start over</translation>
    </message>
    <message>
        <source>계속 주문하기</source>
        <translation>Keep ordering</translation>
    </message>
    <message>
        <source>다른 메뉴 고르기</source>
        <translation>Choose something else</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::LetterPad</name>
    <message>
        <source>기역</source>
        <translation>giyeok</translation>
    </message>
    <message>
        <source>니은</source>
        <translation>nieun</translation>
    </message>
    <message>
        <source>디귿</source>
        <translation>digeut</translation>
    </message>
    <message>
        <source>리을</source>
        <translation>rieul</translation>
    </message>
    <message>
        <source>미음</source>
        <translation>mieum</translation>
    </message>
    <message>
        <source>비읍</source>
        <translation>bieup</translation>
    </message>
    <message>
        <source>시옷</source>
        <translation>siot</translation>
    </message>
    <message>
        <source>이응</source>
        <translation>ieung</translation>
    </message>
    <message>
        <source>지읒</source>
        <translation>jieut</translation>
    </message>
    <message>
        <source>치읓</source>
        <translation>chieut</translation>
    </message>
    <message>
        <source>키읔</source>
        <translation>kieuk</translation>
    </message>
    <message>
        <source>티읕</source>
        <translation>tieut</translation>
    </message>
    <message>
        <source>피읖</source>
        <translation>pieup</translation>
    </message>
    <message>
        <source>히읗</source>
        <translation>hieut</translation>
    </message>
    <message>
        <source>한글 자음으로 찾기</source>
        <translation>Korean letters</translation>
    </message>
    <message>
        <source>영어 글자로 찾기</source>
        <translation>Letters A to Z</translation>
    </message>
    <message>
        <source>한 글자 지우기</source>
        <translation>Erase one letter</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::LookUpWords</name>
    <message>
        <source>취소·조회 번호를 눌러 주세요.</source>
        <translation>Enter your claim code.</translation>
    </message>
    <message>
        <source>내 주문 보기</source>
        <translation>Find my order</translation>
    </message>
    <message>
        <source>주문 번호를 눌러 주세요.</source>
        <translation>Enter your order number.</translation>
    </message>
    <message>
        <source>주문 번호를 눌러 주세요. 장바구니를 맡기셨으면 그때 받은 숫자 여섯 자리를 눌러 주세요.</source>
        <translation>Enter your order number. If you left a basket with us, enter its six digits.</translation>
    </message>
    <message>
        <source>그 번호의 주문을 찾을 수 없어요. 번호를 다시 확인해 주세요.</source>
        <translation>There is no order with that number. Please check it again.</translation>
    </message>
    <message numerus="yes">
        <source>취소·조회 번호가 달라요. %n번 더 해 볼 수 있어요.</source>
        <translation>
            <numerusform>That is not the claim code. %n try left.</numerusform>
            <numerusform>That is not the claim code. %n tries left.</numerusform>
        </translation>
    </message>
    <message>
        <source>취소·조회 번호가 달라요.</source>
        <translation>That is not the claim code.</translation>
    </message>
    <message>
        <source>번호를 여러 번 틀려서 %1 동안 잠겼어요. 급하시면 직원을 불러 주세요.</source>
        <translation>Too many wrong codes: locked for %1. Please call the staff if you cannot wait.</translation>
    </message>
    <message>
        <source>지금은 가게와 연결되지 않아 주문 내용과 취소를 확인할 수 없어요. 잠시 뒤 다시 해 주세요.</source>
        <translation>We cannot reach the shop, so details and cancelling are not available now. Please try again shortly.</translation>
    </message>
    <message>
        <source>그 번호로 맡긴 장바구니가 없어요. 맡긴 지 10분이 지났거나 이미 찾으셨을 수 있어요. 없어졌다면 메뉴를 다시 담아 주세요.</source>
        <translation>No basket is kept under this number. It may be more than 10 minutes ago, or it was picked up already. If it is gone, please choose again.</translation>
    </message>
    <message>
        <source>이 주문기에 담은 메뉴가 이미 있어요. 그 주문을 마치거나 비운 뒤에 찾아 주세요.</source>
        <translation>There is a basket on this kiosk already. Finish or empty it first.</translation>
    </message>
    <message>
        <source>이미 만들어져서 여기서는 취소할 수 없어요. 직원을 불러 주세요.</source>
        <translation>It is already made, so it cannot be cancelled here. Please call the staff.</translation>
    </message>
    <message>
        <source>그사이 주문이 더 진행되었어요. 지금 상태를 확인하고 다시 눌러 주세요.</source>
        <translation>Your order has moved on meanwhile. Please look at it and try again.</translation>
    </message>
    <message numerus="yes">
        <source>번호가 달라요. %n번 남았어요.</source>
        <translation>
            <numerusform>Wrong. %n try left.</numerusform>
            <numerusform>Wrong. %n tries left.</numerusform>
        </translation>
    </message>
    <message>
        <source>그 번호의 주문이 없어요.</source>
        <translation>No such order.</translation>
    </message>
    <message>
        <source>장바구니가 없어요. 다시 담아 주세요.</source>
        <translation>No such basket. Please choose again.</translation>
    </message>
    <message>
        <source>담은 메뉴가 있어요. 먼저 마치거나 비워 주세요.</source>
        <translation>Finish or empty your basket first.</translation>
    </message>
    <message>
        <source>주문 번호 %1번과 함께 나온 숫자 네 자리예요.</source>
        <translation>The four digits beside your order number, %1.</translation>
    </message>
    <message>
        <source>주문이 끝났을 때 주문 번호 %1번과 함께 나온 숫자 네 자리예요.</source>
        <translation>The four digits that were shown with your order number, %1.</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::MeasurePage</name>
    <message>
        <source>화면 크기 맞추기</source>
        <translation>Match the screen size</translation>
    </message>
    <message>
        <source>은행 카드를 화면의 네모에 대고, 네모가 카드와 똑같아질 때까지 크기를 바꿔 주세요.</source>
        <translation>Hold a bank card against the outline and change its size until it is exactly as large as the card.</translation>
    </message>
    <message>
        <source>1 mm = %1 픽셀</source>
        <translation>1 mm = %1 pixels</translation>
    </message>
    <message>
        <source>많이 작게</source>
        <translation>Much smaller</translation>
    </message>
    <message>
        <source>조금 작게</source>
        <translation>A little smaller</translation>
    </message>
    <message>
        <source>조금 크게</source>
        <translation>A little larger</translation>
    </message>
    <message>
        <source>많이 크게</source>
        <translation>Much larger</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>이대로 저장</source>
        <translation>Store this size</translation>
    </message>
    <message>
        <source>카드 크기의 네모</source>
        <translation>An outline as large as a card</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::MenuPage</name>
    <message>
        <source>인기 메뉴</source>
        <translation>Popular</translation>
    </message>
    <message>
        <source>찾기</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>메뉴 이름으로 찾기</source>
        <translation>Find an item by its name</translation>
    </message>
    <message>
        <source>첫소리를 눌러 주세요.</source>
        <translation>Type a few letters.</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>찾기 끝내기</source>
        <translation>End the search</translation>
    </message>
    <message>
        <source>찾는 메뉴가 없어요.</source>
        <translation>Nothing has that name.</translation>
    </message>
    <message>
        <source>글자를 지우고 다시 눌러 보세요.</source>
        <translation>Erase a letter and try again.</translation>
    </message>
    <message numerus="yes">
        <source>메뉴 %n개 더 보기</source>
        <translation>
            <numerusform>Show %n more item</numerusform>
            <numerusform>Show %n more items</numerusform>
        </translation>
    </message>
    <message>
        <source>첫소리 누르기</source>
        <translation>Type letters</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::MyOrderPage</name>
    <message>
        <source>주문 내용을 가져오고 있어요.</source>
        <translation>Fetching your order.</translation>
    </message>
    <message>
        <source>주문 내용 보기 · 취소하기</source>
        <translation>See or cancel my order</translation>
    </message>
    <message>
        <source>준비되었어요. 픽업대로 와 주세요.</source>
        <translation>It is ready. Please come to the pickup counter.</translation>
    </message>
    <message>
        <source>이미 받아 가신 주문이에요.</source>
        <translation>This order was picked up.</translation>
    </message>
    <message>
        <source>지금 상태를 받아 오고 있어요.</source>
        <translation>Checking the latest status.</translation>
    </message>
    <message>
        <source>지금 새 소식을 받지 못하고 있어요. %1의 상태예요. 주문은 그대로이고, 연결되면 자동으로 바뀌어요. 급하시면 직원에게 물어봐 주세요.</source>
        <translation>We are not getting news at the moment. This is how it was %1. Your order stands, and this page changes by itself once we hear more. If it is urgent, please ask our staff.</translation>
    </message>
    <message>
        <source>%1의 상태예요. 주문은 그대로예요.</source>
        <translation>This is how it was %1. Your order stands.</translation>
    </message>
    <message>
        <source>결제한 금액 %1</source>
        <translation>Paid: %1</translation>
    </message>
    <message>
        <source>주문 취소하기</source>
        <translation>Cancel my order</translation>
    </message>
    <message>
        <source>네, 취소할게요</source>
        <translation>Yes, cancel it</translation>
    </message>
    <message>
        <source>이미 만들어져서 여기서는 취소할 수 없어요.</source>
        <translation>It is already made, so it cannot be cancelled here.</translation>
    </message>
    <message>
        <source>다른 주문 보기</source>
        <translation>Another order</translation>
    </message>
    <message>
        <source>뒤로</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>조회하기</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>번호를 모르세요? 직원 호출</source>
        <translation>No code? Call staff</translation>
    </message>
    <message>
        <source>직원에게 주문 번호 %1번을 말씀해 주세요. 찾아서 취소해 드릴 수 있어요.</source>
        <translation>Tell the staff your order number, %1. They can find it and cancel it.</translation>
    </message>
    <message>
        <source>주문을 취소할까요?</source>
        <translation>Cancel this order?</translation>
    </message>
    <message>
        <source>만들기를 멈추고, %1을 결제하신 카드로 모두 돌려 드려요. 카드사에 따라 며칠 걸릴 수 있어요.</source>
        <translation>We stop making it and pay %1 back to your card. Your bank may take a few days.</translation>
    </message>
    <message>
        <source>취소하지 않기</source>
        <translation>Keep my order</translation>
    </message>
    <message>
        <source>취소하고 있어요.</source>
        <translation>Cancelling.</translation>
    </message>
    <message>
        <source>영수증 보기</source>
        <translation>View receipt</translation>
    </message>
    <message>
        <source>맡긴 장바구니를 가져오고 있어요.</source>
        <translation>Getting your basket.</translation>
    </message>
    <message>
        <source>장바구니 찾기</source>
        <translation>Get my basket</translation>
    </message>
    <message>
        <source>번호를 몰라요</source>
        <translation>No code?</translation>
    </message>
    <message>
        <source>만들기를 멈추고, %1을 결제하신 방법 그대로 모두 돌려 드려요. 며칠 걸릴 수 있어요.</source>
        <translation>We stop making it and pay all of %1 back the way you paid. That may take a few days.</translation>
    </message>
    <message>
        <source>주문 내용 보기</source>
        <translation>See your order</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::NumberEntry</name>
    <message>
        <source>주문 번호</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>번호를 눌러 주세요</source>
        <translation>Enter the number</translation>
    </message>
    <message>
        <source>취소·조회 번호</source>
        <translation>Claim code</translation>
    </message>
    <message>
        <source>숫자 네 자리를 눌러 주세요.</source>
        <translation>Enter four digits.</translation>
    </message>
    <message>
        <source>번호를 먼저 눌러 주세요.</source>
        <translation>Enter the number first.</translation>
    </message>
    <message numerus="yes">
        <source>%n자리 더 눌러 주세요.</source>
        <translation>
            <numerusform>%n more digit.</numerusform>
            <numerusform>%n more digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::NumberPage</name>
    <message>
        <source>%1을 결제했어요.</source>
        <translation>%1 was paid.</translation>
    </message>
    <message>
        <source>주문이 완료되었어요.</source>
        <translation>Thank you for your order.</translation>
    </message>
    <message>
        <source>주문 번호</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>취소·조회 번호</source>
        <translation>Claim code</translation>
    </message>
    <message>
        <source>주문을 취소하거나 내용을 볼 때 주문 번호와 함께 써요. 받을 때는 필요 없어요.</source>
        <translation>For looking up or cancelling, with your order number. Not needed for pick-up.</translation>
    </message>
    <message>
        <source>%1을 카드로 결제했어요.</source>
        <translation>%1 paid by card.</translation>
    </message>
    <message>
        <source>승인 번호 %1</source>
        <translation>Approval number %1</translation>
    </message>
    <message>
        <source>주문 취소</source>
        <translation>Cancel order</translation>
    </message>
    <message>
        <source>화면 더 오래 보기</source>
        <translation>More time</translation>
    </message>
    <message numerus="yes">
        <source>그 밖에 %n가지</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>준비되었어요. 픽업대로 와 주세요.</source>
        <translation>It is ready. Please come to the pickup counter.</translation>
    </message>
    <message>
        <source>가져오신 컵을 카운터에 주세요.</source>
        <translation>Please hand your own cup to the counter.</translation>
    </message>
    <message>
        <source>번호를 부르면 픽업대에서 가져가 주세요.</source>
        <translation>Please collect your order when your number is called.</translation>
    </message>
    <message>
        <source>매장 컵에 담아 드려요. 번호를 부르면 픽업대에서 받아 주세요.</source>
        <translation>Served in shop cups. Please collect your order when your number is called.</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>%1 뒤 자동으로</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>영수증 보기</source>
        <translation>View receipt</translation>
    </message>
    <message>
        <source>취소할 때 이 번호를 입력해요. 받을 때는 필요 없어요.</source>
        <translation>Only to look up or cancel. Not needed for pick-up.</translation>
    </message>
    <message>
        <source>주문되었어요.</source>
        <translation>Thank you!</translation>
    </message>
    <message>
        <source>취소·조회 번호는 취소하거나 내용을 볼 때만 써요.</source>
        <translation>The claim code is only for cancelling or looking up.</translation>
    </message>
    <message>
        <source>취소·조회 번호는 내용을 볼 때만 써요.</source>
        <translation>The claim code is only for looking up.</translation>
    </message>
    <message>
        <source>주문 내용을 볼 때 주문 번호와 함께 써요.</source>
        <translation>Use it with your order number to see your order.</translation>
    </message>
    <message>
        <source>취소되었어요.</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>%1 뒤</source>
        <translation>in %1</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::OptionsPage</name>
    <message>
        <source>하나를 골라 주세요.</source>
        <translation>Choose one.</translation>
    </message>
    <message>
        <source>원하시면 골라 주세요.</source>
        <translation>If you like.</translation>
    </message>
    <message numerus="yes">
        <source>%n개까지 고를 수 있어요.</source>
        <translation>
            <numerusform>Choose up to %n.</numerusform>
            <numerusform>Choose up to %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>알레르기 유발 재료(기본 조합 기준): %1</source>
        <translation>Contains (standard recipe): %1</translation>
    </message>
    <message>
        <source>카페인 %1 mg</source>
        <translation>Caffeine %1 mg</translation>
    </message>
    <message>
        <source>꼭 골라 주세요.</source>
        <translation>Please choose.</translation>
    </message>
    <message>
        <source>컵</source>
        <translation>Cup</translation>
    </message>
    <message>
        <source>뒤로</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>바꾸기</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>담기</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>‘%1’ 항목을 먼저 골라 주세요.</source>
        <translation>Choose “%1” first.</translation>
    </message>
    <message>
        <source>그대로 두기</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>개인 컵 (텀블러)</source>
        <translation>Your own cup (tumbler)</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::ParkedPage</name>
    <message>
        <source>장바구니를 맡아 두었어요.</source>
        <translation>We are keeping your basket.</translation>
    </message>
    <message>
        <source>찾을 때 누르는 번호</source>
        <translation>The number to get it back</translation>
    </message>
    <message>
        <source>이제 다른 주문기로 가세요. 거기서 내 주문 보기를 누르고 이 번호를 눌러 주세요. 아직 주문되지도 결제되지도 않았어요.</source>
        <translation>Go to another kiosk now. Press My order there and enter this number. Nothing is ordered or paid yet.</translation>
    </message>
    <message>
        <source>처음으로를 눌러도 장바구니는 그대로 있어요. 가게 기기가 꺼졌다 켜진 때만 메뉴를 다시 담아 주세요.</source>
        <translation>Your basket stays when you press Home. Only if the shop’s machine was restarted, please choose again.</translation>
    </message>
    <message>
        <source>여기서 계속 주문하기</source>
        <translation>Go on here</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>맡아 두는 시간이 끝났어요.</source>
        <translation>The time to get it is over.</translation>
    </message>
    <message>
        <source>%1까지 맡아 둘게요.</source>
        <translation>We keep it until %1.</translation>
    </message>
    <message>
        <source>%1 동안 맡아 둘게요.</source>
        <translation>We keep it for %1.</translation>
    </message>
    <message>
        <source>이제 다른 주문기로 가세요. 내 주문 보기에서 이 번호를 눌러요. 아직 결제되지 않았어요.</source>
        <translation>Go to another kiosk. Press My order and enter this number. Nothing is paid yet.</translation>
    </message>
    <message>
        <source>처음으로를 눌러도 그대로 있어요.</source>
        <translation>It stays when you press Home.</translation>
    </message>
    <message>
        <source>장바구니 번호</source>
        <translation>Basket number</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::PayingPage</name>
    <message>
        <source>결제를 그만두고 있어요.</source>
        <translation>Stopping the payment.</translation>
    </message>
    <message>
        <source>지난 결제를 확인하고 있어요.</source>
        <translation>Checking an earlier payment.</translation>
    </message>
    <message>
        <source>결제된 금액이 있으면 자동으로 되돌려 드려요. 담은 메뉴는 그대로 있어요.</source>
        <translation>Anything that was charged is returned automatically. Your basket is kept.</translation>
    </message>
    <message>
        <source>이 주문기가 꺼지기 전에 하던 결제예요. 확인되면 바로 알려 드릴게요. 두 번 결제되지 않아요.</source>
        <translation>This payment was under way before this kiosk restarted. We will tell you as soon as we know. You will not be charged twice.</translation>
    </message>
    <message>
        <source>카드를 다시 대지 말고 잠시만 기다려 주세요. 결제되었으면 주문 번호가 나오고, 아니면 되지 않았다고 알려 드려요. 두 번 결제되지 않아요.</source>
        <translation>Please do not use your card again and wait a moment. You will see your order number, or that nothing was charged. You will not be charged twice.</translation>
    </message>
    <message>
        <source>카드를 두고 가지 않도록 꼭 챙겨 주세요.</source>
        <translation>Please do not leave your card behind.</translation>
    </message>
    <message>
        <source>잠시만 기다려 주세요.</source>
        <translation>Just a moment, please.</translation>
    </message>
    <message>
        <source>결제 금액</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>오래 걸리면 직원을 불러 이 번호를 보여 주세요: %1</source>
        <translation>If it takes long, call the staff and show them this number: %1</translation>
    </message>
    <message>
        <source>기다리지 않고 주문 그만두기</source>
        <translation>Stop waiting and cancel</translation>
    </message>
    <message>
        <source>결제 그만두기</source>
        <translation>Cancel payment</translation>
    </message>
    <message>
        <source>그만두어도 담은 메뉴는 그대로 있어요.</source>
        <translation>Your basket stays as it is.</translation>
    </message>
    <message>
        <source>카드를 다시 대지 마세요. 두 번 결제되지 않아요.</source>
        <translation>Do not use your card again. You are not charged twice.</translation>
    </message>
    <message>
        <source>단말기는 화면 아래에 있어요.</source>
        <translation>The card reader is below the screen.</translation>
    </message>
    <message>
        <source>카드를 꼭 챙기세요.</source>
        <translation>Take your card with you.</translation>
    </message>
    <message>
        <source>휴대전화로도 결제할 수 있어요.</source>
        <translation>You can pay with your phone, too.</translation>
    </message>
    <message>
        <source>현금은 직원에게 말씀해 주세요.</source>
        <translation>For cash, please ask the staff.</translation>
    </message>
    <message>
        <source>직원에게 보일 번호: %1</source>
        <translation>Number for the staff: %1</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::ReceiptSheet</name>
    <message>
        <source>%1 × %2</source>
        <comment>item and how many</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>환불 진행 중</source>
        <translation>Refund on its way</translation>
    </message>
    <message>
        <source>환불함</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>환불 확인 중</source>
        <translation>Refund being checked</translation>
    </message>
    <message>
        <source>영수증</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>사업자등록번호 %1</source>
        <translation>Business no. %1</translation>
    </message>
    <message>
        <source>전화 %1</source>
        <translation>Phone %1</translation>
    </message>
    <message>
        <source>주문 번호</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>결제한 때</source>
        <translation>Paid at</translation>
    </message>
    <message>
        <source>%1 (면세)</source>
        <translation>%1 (VAT-exempt)</translation>
    </message>
    <message>
        <source>공급가액</source>
        <translation>Net amount</translation>
    </message>
    <message>
        <source>부가세</source>
        <translation>VAT</translation>
    </message>
    <message>
        <source>면세 금액</source>
        <translation>VAT-exempt amount</translation>
    </message>
    <message>
        <source>결제한 금액</source>
        <translation>Total paid</translation>
    </message>
    <message>
        <source>카드 번호</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>승인 번호</source>
        <translation>Approval number</translation>
    </message>
    <message>
        <source>환불하고 남은 금액</source>
        <translation>Left after refunds</translation>
    </message>
    <message>
        <source>이 주문기는 종이 영수증을 뽑지 않아요. 필요하시면 이 화면을 사진으로 찍어 주세요.</source>
        <translation>This kiosk prints no paper receipt. If you need one, take a photo of this screen.</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::RefusedWords</name>
    <message>
        <source>%1 · 만들 수 없어서 %2을 돌려 드려요.</source>
        <translation>%1 · we cannot make it and are paying %2 back.</translation>
    </message>
    <message>
        <source>%1 · 만들 수 없어서 %2을 돌려 드렸어요.</source>
        <translation>%1 · we could not make it and paid %2 back.</translation>
    </message>
    <message>
        <source>%1 · 만들 수 없어요. %2의 환불을 직원이 확인하고 있어요.</source>
        <translation>%1 · we cannot make it. Our staff are looking after the refund of %2.</translation>
    </message>
    <message>
        <source>재료가 떨어졌어요.</source>
        <translation>We ran out of an ingredient.</translation>
    </message>
    <message>
        <source>기계가 고장 났어요.</source>
        <translation>A machine broke down.</translation>
    </message>
    <message>
        <source>만들 수 없어서 돌려 드려요</source>
        <translation>Cannot be made, being paid back</translation>
    </message>
    <message>
        <source>만들 수 없어서 돌려 드렸어요</source>
        <translation>Could not be made, paid back</translation>
    </message>
    <message>
        <source>만들 수 없어서 직원이 환불을 확인하고 있어요</source>
        <translation>Cannot be made, our staff are looking after the refund</translation>
    </message>
    <message>
        <source>가게에서 주문을 취소했어요. 결제하신 금액은 모두 돌려 드려요. 불편을 드려 죄송해요.</source>
        <translation>The shop cancelled this order. All that you paid is paid back. We are sorry.</translation>
    </message>
    <message>
        <source>이유: %1</source>
        <translation>Reason: %1</translation>
    </message>
    <message>
        <source>가게에서 취소한 주문이에요.</source>
        <translation>The shop cancelled this order.</translation>
    </message>
    <message>
        <source>취소된 주문이에요.</source>
        <translation>This order was cancelled.</translation>
    </message>
    <message numerus="yes">
        <source>%n개를 만들 수 없어요. 그 금액은 돌려 드려요.</source>
        <translation>
            <numerusform>%n item cannot be made. Its price is paid back.</numerusform>
            <numerusform>%n items cannot be made. Their price is paid back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::ReviewPage</name>
    <message>
        <source>이대로 주문할까요?</source>
        <translation>Is this your order?</translation>
    </message>
    <message>
        <source>지금은 바리스타 화면이 꺼져 있어요. 주문은 되지만 준비가 평소보다 오래 걸릴 수 있어요.</source>
        <translation>The barista&apos;s screen is off right now. You can order, but it may take longer than usual.</translation>
    </message>
    <message>
        <source>드시는 곳</source>
        <translation>For here or to go?</translation>
    </message>
    <message>
        <source>매장에서</source>
        <translation>For here</translation>
    </message>
    <message>
        <source>포장</source>
        <translation>To go</translation>
    </message>
    <message>
        <source>알레르기가 있으신가요?</source>
        <translation>Do you have an allergy?</translation>
    </message>
    <message>
        <source>알레르기 내용 바꾸기</source>
        <translation>Change allergies</translation>
    </message>
    <message>
        <source>바리스타에게 전할 내용: %1</source>
        <translation>The barista will see: %1</translation>
    </message>
    <message>
        <source>결제할 금액</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>부가세 %1이 들어 있어요.</source>
        <translation>VAT of %1 is included.</translation>
    </message>
    <message>
        <source>메뉴 더 담기</source>
        <translation>Add more</translation>
    </message>
    <message>
        <source>%1 결제하기</source>
        <translation>Pay %1</translation>
    </message>
    <message>
        <source>확인하고 있어요.</source>
        <translation>Checking.</translation>
    </message>
    <message>
        <source>카드로 결제해요. 현금은 직원에게 말씀해 주세요.</source>
        <translation>Payment is by card. To pay in cash, please talk to our staff.</translation>
    </message>
    <message>
        <source>지금은 오래 걸릴 수 있어요.</source>
        <translation>It may take longer right now.</translation>
    </message>
    <message>
        <source>함께 드시겠어요?</source>
        <translation>Something with it?</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::ToldBar</name>
    <message>
        <source>메뉴 고르기</source>
        <translation>Choose items</translation>
    </message>
    <message>
        <source>옵션 고르기</source>
        <translation>Choose options</translation>
    </message>
    <message>
        <source>주문 확인</source>
        <translation>Review order</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>가게와 연결이 끊겼어요. 마지막으로 들은 것은 %1이에요. 주문은 연결된 뒤에 할 수 있어요.</source>
        <translation>We lost the connection to the shop. Last heard: %1. You can order once it is back.</translation>
    </message>
    <message>
        <source>가게와 연결이 끊겼어요. 주문은 연결된 뒤에 할 수 있어요.</source>
        <translation>We lost the connection to the shop. You can order once it is back.</translation>
    </message>
    <message>
        <source>가게와 연결하고 있어요. 메뉴는 먼저 고르실 수 있어요.</source>
        <translation>Connecting to the shop. You can choose items meanwhile.</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::TopBar</name>
    <message>
        <source>처음으로</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>화면 언어 바꾸기: %1</source>
        <translation>Change the language to %1</translation>
    </message>
    <message>
        <source>부르는 중</source>
        <translation>Calling</translation>
    </message>
    <message>
        <source>호출됨</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>Call staff</translation>
    </message>
    <message>
        <source>화면 설정</source>
        <translation>Display</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::TroublePage</name>
    <message>
        <source>지금은 결제가 밀려 있어요.</source>
        <translation>Payments are busy right now.</translation>
    </message>
    <message>
        <source>결제가 몰려서 잠시 기다리고 있어요. 아직 결제되지 않았고, 다시 해 봐서 되면 자동으로 결제 화면으로 넘어가요.</source>
        <translation>Many people are paying, so we are waiting a moment. Nothing is paid yet; we try again, and the payment page opens by itself.</translation>
    </message>
    <message>
        <source>%1부터 다시 주문할 수 있어요.</source>
        <translation>You can order again from %1.</translation>
    </message>
    <message>
        <source>담은 메뉴는 그대로 있어요. 다시 열리면 이 화면이 알려 드려요.</source>
        <translation>Your basket is kept. This screen tells you when we take orders again.</translation>
    </message>
    <message>
        <source>지금은 주문을 잠시 쉬고 있어요.</source>
        <translation>We are not taking orders for the moment.</translation>
    </message>
    <message>
        <source>가게와 연결되지 않았어요.</source>
        <translation>We cannot reach the shop.</translation>
    </message>
    <message>
        <source>주문은 되지 않았고 결제도 되지 않았어요. 담은 메뉴는 그대로 있고, 연결되면 자동으로 다시 해 볼게요.</source>
        <translation>Nothing was ordered and nothing was charged. Your basket is kept, and we will try again automatically.</translation>
    </message>
    <message>
        <source>지금 다시 해 보기</source>
        <translation>Try again now</translation>
    </message>
    <message>
        <source>주문을 준비하고 있어요.</source>
        <translation>Getting ready.</translation>
    </message>
    <message>
        <source>가게와 연결되면 바로 주문하실 수 있어요. 급하시면 카운터에서 주문해 주세요.</source>
        <translation>You can order as soon as the shop is connected. If you are in a hurry, please order at the counter.</translation>
    </message>
    <message>
        <source>%1 다시 결제하기</source>
        <translation>Pay %1 again</translation>
    </message>
    <message>
        <source>카드사가 결제를 승인하지 않았어요.</source>
        <translation>Your bank did not approve the payment.</translation>
    </message>
    <message>
        <source>결제되지 않았어요. 다른 카드로 다시 결제하거나 카운터에 말씀해 주세요.</source>
        <translation>Nothing was charged. Please try another card or ask at the counter.</translation>
    </message>
    <message>
        <source>카드를 받지 못했어요.</source>
        <translation>No card was presented.</translation>
    </message>
    <message>
        <source>결제되지 않았고 주문도 되지 않았어요.</source>
        <translation>Nothing was charged and nothing was ordered.</translation>
    </message>
    <message>
        <source>결제가 되지 않았어요.</source>
        <translation>The payment did not go through.</translation>
    </message>
    <message>
        <source>카드에서 나간 금액이 있으면 모두 되돌렸어요. 주문은 되지 않았어요.</source>
        <translation>Anything that was charged has gone back to your card. Nothing was ordered.</translation>
    </message>
    <message>
        <source>주문이 되지 않았어요.</source>
        <translation>Nothing was ordered.</translation>
    </message>
    <message>
        <source>결제된 금액이 있으면 자동으로 되돌려 드려요.</source>
        <translation>Anything that was charged is returned automatically.</translation>
    </message>
    <message>
        <source>지금은 이 주문을 받을 수 없어요.</source>
        <translation>We cannot take this order now.</translation>
    </message>
    <message>
        <source>이 주문기에서는 지금 결제할 수 없어요.</source>
        <translation>You cannot pay at this kiosk now.</translation>
    </message>
    <message>
        <source>결제되지 않았어요. 다른 주문기를 쓰거나 카운터에서 주문해 주세요.</source>
        <translation>Nothing was charged. Please use another kiosk or order at the counter.</translation>
    </message>
    <message numerus="yes">
        <source>담은 메뉴 %n개는 그대로 있어요.</source>
        <translation>
            <numerusform>Your %n item is kept.</numerusform>
            <numerusform>Your %n items are kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>내 주문 보기</source>
        <translation>Find my order</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>주문 바꾸기 · 더 담기</source>
        <translation>Change or add to my order</translation>
    </message>
    <message>
        <source>주문 바꾸기</source>
        <translation>Change order</translation>
    </message>
    <message>
        <source>결제할 금액 %1</source>
        <translation>To pay: %1</translation>
    </message>
    <message>
        <source>%1 뒤에 자동으로 다시 해 볼게요.</source>
        <translation>Trying again automatically in %1.</translation>
    </message>
    <message>
        <source>다시 해 보고 있어요.</source>
        <translation>Trying again.</translation>
    </message>
    <message>
        <source>잠시만 기다려 주세요. 자동으로 결제 화면으로 넘어가요.</source>
        <translation>Just a moment. The payment page opens by itself.</translation>
    </message>
    <message>
        <source>다시 열리면 알려 드려요.</source>
        <translation>We tell you when we are open again.</translation>
    </message>
    <message>
        <source>결제되지 않았어요. 연결되면 자동으로 다시 해요.</source>
        <translation>You were not charged. We try again by ourselves.</translation>
    </message>
    <message>
        <source>결제되지 않았어요. 다른 카드로 해 보세요.</source>
        <translation>You were not charged. Try another card.</translation>
    </message>
    <message>
        <source>장바구니를 맡기고 다른 주문기에서 하기</source>
        <translation>Leave my basket and go on at another kiosk</translation>
    </message>
    <message>
        <source>맡기고 있어요.</source>
        <translation>Keeping it for you.</translation>
    </message>
    <message>
        <source>장바구니 맡기기</source>
        <translation>Leave my basket</translation>
    </message>
    <message>
        <source>지난 결제는 되지 않았어요.</source>
        <translation>The earlier payment did not go through.</translation>
    </message>
    <message>
        <source>이 주문기가 꺼지기 전에 하던 결제예요. 카드에서 나간 금액이 있으면 모두 되돌려 드려요. 주문은 되지 않았어요.</source>
        <translation>It was made before this kiosk went off. Anything charged goes back to the card. There is no order.</translation>
    </message>
    <message>
        <source>이 주문기가 꺼지기 전에 하던 결제예요. 카드에서 나간 금액도 주문도 없어요.</source>
        <translation>It was made before this kiosk went off. Nothing was charged, and there is no order.</translation>
    </message>
    <message>
        <source>결제되지 않았어요. 직원을 부르거나 카운터에서 주문해 주세요.</source>
        <translation>You have not been charged. Please call the staff or order at the counter.</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>Call staff</translation>
    </message>
    <message>
        <source>지금은 만들 음료가 밀려 있어요.</source>
        <translation>The bar has a lot to make right now.</translation>
    </message>
    <message>
        <source>음료를 만들 시간이 날 때까지 기다리고 있어요. 길면 %1 걸려요. 아직 결제되지 않았고, 차례가 되면 자동으로 결제 화면으로 넘어가요.</source>
        <translation>We are waiting until the bar has time for your drinks, %1 at most. Nothing has been paid yet. When it is your turn, payment starts by itself.</translation>
    </message>
    <message>
        <source>길면 %1 걸려요. 자동으로 결제 화면으로 넘어가요.</source>
        <translation>This takes %1 at most. Payment starts by itself.</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::UpperScreen</name>
    <message>
        <source>아래쪽에서 모두 하실 수 있어요.</source>
        <translation>Everything is within reach below.</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::VoiceBar</name>
    <message>
        <source>멈춤</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>다시 듣기</source>
        <translation>Hear again</translation>
    </message>
    <message>
        <source>소리 크기</source>
        <translation>Volume</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::VoiceMode</name>
    <message>
        <source>[삐 소리] 카드를 빼 주세요.</source>
        <translation>[Beep] Please remove your card.</translation>
    </message>
    <message>
        <source>소리 크기 %1</source>
        <translation>Volume %1</translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::VoiceWords</name>
    <message>
        <source>고르기</source>
        <extracomment>what kind of control it is, spoken</extracomment>
        <translation>choice</translation>
    </message>
    <message>
        <source>골랐어요</source>
        <translation>selected</translation>
    </message>
    <message>
        <source>고르지 않았어요</source>
        <translation>not selected</translation>
    </message>
    <message>
        <source>단추</source>
        <translation>button</translation>
    </message>
    <message>
        <source>지금은 누를 수 없어요</source>
        <translation>not available now</translation>
    </message>
    <message>
        <source>숫자</source>
        <translation>Digit</translation>
    </message>
    <message>
        <source>음성 안내를 시작해요. 화살표 키로 옮기고 확인 키로 눌러요. 화면을 만지면 읽어 드리고, 같은 곳을 한 번 더 누르면 실행돼요. 별표 키는 다시 듣기, 우물 정 키는 멈춤이에요.</source>
        <translation>Voice guidance begins. Move with the arrow keys and press with the OK key. Touch the screen to hear what is there; touch the same place again to press it. The star key repeats, the hash key stops.</translation>
    </message>
    <message>
        <source>처음 화면이에요.</source>
        <translation>This is the first page.</translation>
    </message>
    <message>
        <source>메뉴를 고르는 화면이에요.</source>
        <translation>Choose from the menu here.</translation>
    </message>
    <message>
        <source>옵션을 고르는 화면이에요.</source>
        <translation>Choose the options here.</translation>
    </message>
    <message>
        <source>주문을 확인하는 화면이에요.</source>
        <translation>Review your order here.</translation>
    </message>
    <message>
        <source>결제하는 화면이에요.</source>
        <translation>This is the payment page.</translation>
    </message>
    <message>
        <source>주문이 끝났어요. 취소·조회 번호는 0번 키를 누르거나 그 번호를 만지면 읽어 드려요.</source>
        <translation>Your order is placed. To hear your claim code, press the 0 key or touch it.</translation>
    </message>
    <message>
        <source>주문 번호를 누르는 화면이에요.</source>
        <translation>Enter your order number.</translation>
    </message>
    <message>
        <source>주문이 어디까지 되었는지 보는 화면이에요.</source>
        <translation>This page shows how far your order is.</translation>
    </message>
    <message>
        <source>취소·조회 번호를 누르는 화면이에요.</source>
        <translation>Enter the claim code.</translation>
    </message>
    <message>
        <source>주문 내용을 보는 화면이에요.</source>
        <translation>This page shows what you ordered.</translation>
    </message>
    <message>
        <source>지웠어요.</source>
        <translation>Erased.</translation>
    </message>
    <message numerus="yes">
        <source>%n자리 눌렀어요.</source>
        <translation>
            <numerusform>%n digit entered.</numerusform>
            <numerusform>%n digits entered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coffee::kiosk::Words</name>
    <message>
        <source>생각보다 오래 걸리고 있어요. 조금만 더 기다려 주세요.</source>
        <translation>It is taking longer than we thought. A little more patience, please.</translation>
    </message>
    <message>
        <source>생각보다 오래 걸리고 있어요. 지금부터 %1</source>
        <translation>It is taking longer than we thought. From now: %1</translation>
    </message>
    <message>
        <source>%1 ICE</source>
        <comment>item name</comment>
        <translation>Iced %1</translation>
    </message>
    <message>
        <source>%1 HOT</source>
        <comment>item name</comment>
        <translation>Hot %1</translation>
    </message>
    <message>
        <source>방금 품절되어 장바구니에서 뺐어요: %1.</source>
        <translation>Just sold out and removed: %1.</translation>
    </message>
    <message>
        <source>메뉴가 바뀌어 장바구니에서 뺐어요: %1.</source>
        <translation>The menu has changed, so we took this out of your basket: %1.</translation>
    </message>
    <message>
        <source>가격이 바뀌었어요. 합계가 %1에서 지금은 %2이에요.</source>
        <translation>The price has changed. The total was %1 and is %2 now.</translation>
    </message>
    <message>
        <source>가격이 바뀌었어요. 합계가 %1에서 지금은 %2이에요. 결제하기를 누르면 새 가격으로 결제해요.</source>
        <translation>The price has changed. The total was %1 and is %2 now. Press Pay to go ahead at the new price.</translation>
    </message>
    <message>
        <source>방금 메뉴가 바뀌었어요. 담은 메뉴를 다시 확인해 주세요.</source>
        <translation>The menu has just changed. Please look at your basket again.</translation>
    </message>
    <message>
        <source>고르시던 메뉴가 방금 품절되었어요: %1. 다른 메뉴를 골라 주세요.</source>
        <translation>What you were choosing has just sold out: %1. Please choose something else.</translation>
    </message>
    <message>
        <source>한 번에 주문할 수 있는 만큼 모두 담았어요. 더 필요하시면 직원을 불러 주세요.</source>
        <translation>Your basket is full. Please call the staff if you need more.</translation>
    </message>
    <message>
        <source>결제를 그만두었어요. 주문은 되지 않았고, 담은 메뉴는 그대로 있어요.</source>
        <translation>You stopped the payment. Nothing was ordered, and your basket is kept.</translation>
    </message>
    <message>
        <source>다시 주문할 수 있어요. 담은 메뉴는 그대로 있어요.</source>
        <translation>We take orders again. Your basket is kept.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n번</source>
        <translation>
            <numerusform>%1 × %n</numerusform>
            <numerusform>%1 × %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and choice</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2개</source>
        <comment>item name and how many</comment>
        <translation>%1&#xa0;×&#xa0;%2</translation>
    </message>
    <message>
        <source>바로 다음 차례예요.</source>
        <translation>You are next.</translation>
    </message>
    <message numerus="yes">
        <source>앞에 주문이 %n건 있어요.</source>
        <translation>
            <numerusform>%n order is ahead of yours.</numerusform>
            <numerusform>%n orders are ahead of yours.</numerusform>
        </translation>
    </message>
    <message>
        <source>마지막으로 들은 예상: %1</source>
        <translation>Last we heard: %1</translation>
    </message>
    <message>
        <source>준비까지 %1</source>
        <translation>Wait: %1</translation>
    </message>
    <message>
        <source>지금은 파는 시간이 아니어서 장바구니에서 뺐어요: %1.</source>
        <translation>Not sold at this time of day, so taken out of your basket: %1.</translation>
    </message>
    <message>
        <source>고르시던 메뉴는 이제 파는 시간이 아니에요: %1. 다른 메뉴를 골라 주세요.</source>
        <translation>What you were choosing is no longer sold at this time of day: %1. Please choose something else.</translation>
    </message>
    <message>
        <source>%1~%2에 팔아요</source>
        <translation>Sold %1–%2</translation>
    </message>
    <message>
        <source>맡긴 장바구니를 찾았어요. 내용을 확인하고 결제해 주세요.</source>
        <translation>Here is your basket. Check it and pay.</translation>
    </message>
    <message>
        <source>지금은 장바구니를 맡아 드리지 못해요. 담은 메뉴는 여기에 그대로 있어요.</source>
        <translation>We cannot keep your basket right now. Everything is still here.</translation>
    </message>
    <message>
        <source>매일 %1~%2에 주문을 받아요.</source>
        <translation>We take orders every day from %1 to %2.</translation>
    </message>
    <message>
        <source>%1을 결제하신 카드로 돌려 드리는 중이에요.</source>
        <translation>%1 is on its way back to your card.</translation>
    </message>
    <message>
        <source>%1을 결제하신 카드로 돌려 드렸어요.</source>
        <translation>%1 was paid back to your card.</translation>
    </message>
    <message>
        <source>%1의 환불을 직원이 확인하고 있어요. 카운터에 말씀해 주세요.</source>
        <translation>Our staff are looking after your refund of %1. Please ask at the counter.</translation>
    </message>
    <message>
        <source>%1번 주문이 취소되었어요.</source>
        <translation>Order %1 is cancelled.</translation>
    </message>
    <message>
        <source>이제 기다리지 않아요. 결제하려면 결제하기를 다시 눌러 주세요.</source>
        <translation>We have stopped waiting. To pay, press Pay again.</translation>
    </message>
    <message>
        <source>%1 하루 종일 팔아요</source>
        <comment>days of the week</comment>
        <translation>Sold all day on %1</translation>
    </message>
    <message>
        <source>%1 %2~%3에 팔아요</source>
        <comment>days of the week, times</comment>
        <translation>Sold %1, %2–%3</translation>
    </message>
    <message>
        <source>%1 하루 종일 주문을 받아요.</source>
        <comment>days of the week</comment>
        <translation>We take orders all day on %1.</translation>
    </message>
    <message>
        <source>%1 %2~%3에 주문을 받아요.</source>
        <comment>days of the week, times</comment>
        <translation>We take orders on %1 from %2 to %3.</translation>
    </message>
    <message>
        <source>방금 품절되어 뺐어요: %1.</source>
        <translation>Sold out and taken out: %1.</translation>
    </message>
    <message>
        <source>지금은 팔지 않아서 뺐어요: %1.</source>
        <translation>Not sold now and taken out: %1.</translation>
    </message>
    <message>
        <source>메뉴가 바뀌어 뺐어요: %1.</source>
        <translation>The menu changed; taken out: %1.</translation>
    </message>
    <message>
        <source>합계가 %1에서 %2으로 바뀌었어요.</source>
        <translation>The total changed from %1 to %2.</translation>
    </message>
    <message>
        <source>지금은 팔지 않아요: %1.</source>
        <translation>Not sold now: %1.</translation>
    </message>
    <message>
        <source>방금 품절되었어요: %1.</source>
        <translation>Just sold out: %1.</translation>
    </message>
    <message>
        <source>합계가 %1에서 %2으로 바뀌었어요. 결제하기를 누르면 새 가격으로 결제해요.</source>
        <translation>The total changed from %1 to %2. Press pay to go ahead.</translation>
    </message>
    <message>
        <source>메뉴가 바뀌었어요. 다시 확인해 주세요.</source>
        <translation>The menu changed. Please check again.</translation>
    </message>
    <message>
        <source>더 담을 수 없어요. 더 필요하시면 직원을 불러 주세요.</source>
        <translation>No more fits. For more, call the staff.</translation>
    </message>
    <message>
        <source>맡긴 장바구니를 찾았어요.</source>
        <translation>Here is your basket.</translation>
    </message>
    <message>
        <source>맡아 드리지 못해요. 담은 메뉴는 그대로 있어요.</source>
        <translation>We cannot keep it now. Your basket is still here.</translation>
    </message>
    <message>
        <source>결제를 그만두었어요. 주문은 되지 않았어요.</source>
        <translation>Payment stopped. Nothing was ordered.</translation>
    </message>
    <message>
        <source>결제하려면 결제하기를 다시 눌러 주세요.</source>
        <translation>To pay, press pay again.</translation>
    </message>
    <message>
        <source>다시 주문할 수 있어요.</source>
        <translation>You can order again.</translation>
    </message>
    <message>
        <source>%1을 결제하신 방법 그대로 돌려 드리는 중이에요.</source>
        <translation>%1 is on its way back the way you paid.</translation>
    </message>
    <message>
        <source>%1을 결제하신 방법 그대로 돌려 드렸어요.</source>
        <translation>%1 has gone back the way you paid.</translation>
    </message>
</context>
</TS>
