<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>Announcer</name>
    <message>
        <source>&lt;b&gt;{dataset}&lt;/b&gt;: inputs {inputs}, outputs {outputs}.</source>
        <translation>&lt;b&gt;{dataset}&lt;/b&gt;: 입력 {inputs}개, 출력 {outputs}개.</translation>
    </message>
    <message>
        <source>Use proposed settings</source>
        <translation>추천 설정 적용</translation>
    </message>
    <message>
        <source>The output is now {activation}, the loss {loss}.</source>
        <translation>이제 출력층의 활성화 함수는 {activation}, 손실함수는 {loss}입니다.</translation>
    </message>
    <message>
        <source>standardised inputs (now {low} to {high})</source>
        <translation>입력 표준화(현재 {low} ~ {high})</translation>
    </message>
    <message>
        <source>hidden layers {sizes} with {activation}</source>
        <translation>은닉층 노드 {sizes}개({activation})</translation>
    </message>
    <message>
        <source>all samples in a batch</source>
        <translation>전체 샘플을 한 배치로</translation>
    </message>
    <message>
        <source>batches of {size}</source>
        <translation>배치 크기 {size}</translation>
    </message>
    <message>
        <source>about {epochs} epochs</source>
        <translation>약 {epochs} 에포크</translation>
    </message>
    <message>
        <source>Proposed: {list}.</source>
        <translation>추천: {list}.</translation>
    </message>
    <message>
        <source>Values of different losses cannot be compared, so the loss curve starts anew.</source>
        <translation>손실함수가 다르면 값을 비교할 수 없으므로 손실 곡선을 새로 시작합니다.</translation>
    </message>
    <message>
        <source>Training stopped because of an error in nnsim. The parameters are those of the last finished epoch.</source>
        <translation>nnsim의 오류로 학습이 중단되었습니다. 가중치와 바이어스는 마지막으로 끝난 에포크의 값입니다.</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>자세히…</translation>
    </message>
    <message>
        <source>Training stopped</source>
        <translation>학습이 중단되었습니다</translation>
    </message>
    <message>
        <source>&lt;b&gt;Training blew up in epoch {epoch}&lt;/b&gt;: numbers became too large. The parameters are those of the last good epoch.</source>
        <translation>&lt;b&gt;에포크 {epoch}에서 학습이 발산했습니다&lt;/b&gt;. 값이 너무 커졌습니다. 가중치와 바이어스는 마지막으로 정상이었던 에포크의 값입니다.</translation>
    </message>
    <message>
        <source>The loss before it was {loss}.</source>
        <translation>발산하기 직전의 손실은 {loss}입니다.</translation>
    </message>
    <message>
        <source>The largest step was {step}, of {name}.</source>
        <translation>가장 크게 바뀐 것은 {name}(변화량 {step})입니다.</translation>
    </message>
    <message>
        <source>Set η = {rate}</source>
        <translation>η = {rate} 적용</translation>
    </message>
    <message>
        <source>Try a smaller learning rate.</source>
        <translation>학습율을 줄여 보십시오.</translation>
    </message>
    <message>
        <source>Change learning rate</source>
        <translation>학습율 변경</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New weights</source>
        <translation>가중치 새로 뽑기</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>true class t</source>
        <translation>정답 t</translation>
    </message>
    <message>
        <source>true class {actual}, predicted {predicted}: {count}</source>
        <translation>정답 {actual}, 예측 {predicted}: {count}개</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Train one epoch</source>
        <translation>1 에포크 학습</translation>
    </message>
    <message>
        <source>Train {count} epochs</source>
        <translation>{count} 에포크 학습</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Number of samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Seed of the samples</source>
        <translation>샘플을 만드는 시드</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Share of samples held out</source>
        <translation>테스트용으로 떼어 둘 샘플의 비율</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>테스트 비율</translation>
    </message>
    <message>
        <source>Standardise inputs</source>
        <translation>입력 표준화</translation>
    </message>
    <message>
        <source>Choose dataset</source>
        <translation>데이터셋 선택</translation>
    </message>
    <message>
        <source>Change samples</source>
        <translation>샘플 변경</translation>
    </message>
    <message>
        <source>Change held-out share</source>
        <translation>테스트 비율 변경</translation>
    </message>
    <message>
        <source>Use raw inputs</source>
        <translation>입력 표준화 해제</translation>
    </message>
    <message>
        <source>{training} training samples</source>
        <translation>학습 샘플 {training}개</translation>
    </message>
    <message>
        <source>{testing} held out</source>
        <translation>테스트 샘플 {testing}개</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>직접 수정함</translation>
    </message>
</context>
<context>
    <name>DiagramEdits</name>
    <message>
        <source>Choose activation</source>
        <translation>활성화 함수 선택</translation>
    </message>
    <message>
        <source>Add node</source>
        <translation>노드 추가</translation>
    </message>
    <message>
        <source>Remove node</source>
        <translation>노드 삭제</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>은닉층 삭제</translation>
    </message>
    <message>
        <source>Insert layer</source>
        <translation>은닉층 추가</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>{file} cannot be opened.</source>
        <translation>{file} 파일을 열 수 없습니다.</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} 파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>변경 내용을 {name}에 저장하시겠습니까?</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t save</source>
        <translation>저장 안 함(&amp;D)</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>프로젝트 저장</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>{file} 파일을 저장할 수 없습니다.</translation>
    </message>
    <message>
        <source>nnsim projects (*{suffix})</source>
        <translation>nnsim 프로젝트 (*{suffix})</translation>
    </message>
    <message>
        <source>The open project is as it was.</source>
        <translation>열려 있는 프로젝트는 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>FormulaView</name>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Right-click to copy</source>
        <translation>오른쪽 클릭으로 복사</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>LaTeX로 복사</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <translation>이미지로 복사</translation>
    </message>
</context>
<context>
    <name>InsertButton</name>
    <message>
        <source>Insert a hidden layer here</source>
        <translation>여기에 은닉층 추가</translation>
    </message>
    <message>
        <source>Insert a hidden layer after layer {layer}</source>
        <translation>계층 {layer} 뒤에 은닉층 추가</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Numbers</source>
        <translation>수식과 값</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Weight {name}</source>
        <translation>가중치 {name}</translation>
    </message>
    <message>
        <source>from node {k} of layer {before} to node {j} of layer {layer}</source>
        <translation>계층 {before}의 노드 {k} → 계층 {layer}의 노드 {j}</translation>
    </message>
    <message>
        <source>Layer {layer}, node {j}</source>
        <translation>계층 {layer}, 노드 {j}</translation>
    </message>
    <message>
        <source>Layer {layer} · {role}</source>
        <translation>계층 {layer} · {role}</translation>
    </message>
    <message>
        <source>Sample {row}</source>
        <translation>샘플 {row}</translation>
    </message>
    <message>
        <source>input · {name}</source>
        <translation>입력 · {name}</translation>
    </message>
    <message>
        <source>nodes: {count}</source>
        <translation>노드 {count}개</translation>
    </message>
    <message>
        <source>x as it is, no activation</source>
        <translation>x 그대로, 활성화 함수 없음</translation>
    </message>
    <message>
        <source>decides for class {name}</source>
        <translation>판정: 클래스 {name}</translation>
    </message>
    <message>
        <source>&lt;i&gt;E&lt;/i&gt; of this sample alone = {loss}</source>
        <translation>이 샘플만의 &lt;i&gt;E&lt;/i&gt; = {loss}</translation>
    </message>
    <message>
        <source>Click a node, a weight or a layer&apos;s name to see its numbers. Double-click a number to type another.</source>
        <translation>노드, 가중치 또는 계층 이름을 클릭하면 값을 볼 수 있습니다. 숫자를 두 번 클릭하면 바꿀 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>LayerHeader</name>
    <message>
        <source>Select this layer</source>
        <translation>이 계층 선택</translation>
    </message>
    <message>
        <source>x as it is</source>
        <translation>x 그대로</translation>
    </message>
    <message>
        <source>Activation of layer {layer}</source>
        <translation>계층 {layer}의 활성화 함수</translation>
    </message>
    <message>
        <source>Activation function of this layer</source>
        <translation>이 계층의 활성화 함수</translation>
    </message>
    <message>
        <source>Remove the last node</source>
        <translation>마지막 노드 삭제</translation>
    </message>
    <message>
        <source>Add a node</source>
        <translation>노드 추가</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>이 계층 삭제</translation>
    </message>
</context>
<context>
    <name>LearningRate</name>
    <message>
        <source>Learning rate</source>
        <translation>학습율</translation>
    </message>
    <message>
        <source>Learning rate, logarithmic</source>
        <translation>학습율(로그 눈금)</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Loss by epoch</source>
        <translation>에포크별 손실</translation>
    </message>
    <message>
        <source>train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>log axis</source>
        <translation>로그 축</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Press Run: the loss appears here.</source>
        <translation>학습을 시작하면 여기에 손실이 나타납니다.</translation>
    </message>
    <message>
        <source>epoch {number}</source>
        <translation>에포크 {number}</translation>
    </message>
    <message>
        <source>test {loss}</source>
        <translation>테스트 {loss}</translation>
    </message>
    <message>
        <source>correct {percent} %</source>
        <translation>정확도 {percent} %</translation>
    </message>
    <message>
        <source>test {percent} %</source>
        <translation>테스트 {percent} %</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>상세 정보</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>도구 모음</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일 열기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>학습 시작(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>{step} 실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>{step} 다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Something went wrong in nnsim: {summary}</source>
        <translation>nnsim에서 오류가 발생했습니다: {summary}</translation>
    </message>
</context>
<context>
    <name>NetworkDiagram</name>
    <message>
        <source>Network diagram</source>
        <translation>신경망 그림</translation>
    </message>
    <message>
        <source>The strongest {drawn} of {total} weights are drawn.</source>
        <translation>가중치 {total}개 중 절댓값이 큰 {drawn}개만 그렸습니다.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Not a number. Write it like 0.5, -2, 1e-3 or 1/3.</source>
        <translation>숫자가 아닙니다. 0.5, -2, 1e-3, 1/3처럼 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>OutputMap</name>
    <message>
        <source>These targets are no classes that could be counted.</source>
        <translation>정답 t가 클래스가 아니므로 개수를 셀 수 없습니다.</translation>
    </message>
    <message>
        <source>Output {y} over {x1}, {x2}</source>
        <translation>{x1}, {x2}에 따른 출력 {y}</translation>
    </message>
    <message>
        <source>{name}, standardised</source>
        <translation>{name}(표준화)</translation>
    </message>
    <message>
        <source>Confusion matrix, {count} test samples</source>
        <translation>혼동 행렬, 테스트 샘플 {count}개</translation>
    </message>
    <message>
        <source>Confusion matrix, {count} training samples</source>
        <translation>혼동 행렬, 학습 샘플 {count}개</translation>
    </message>
    <message>
        <source>sample {number}: t = {t}, y = {y}</source>
        <translation>샘플 {number}: t = {t}, y = {y}</translation>
    </message>
</context>
<context>
    <name>PassBar</name>
    <message>
        <source>Play the steps one after another</source>
        <translation>단계를 이어서 재생</translation>
    </message>
    <message>
        <source>Apply the update</source>
        <translation>갱신 적용</translation>
    </message>
    <message>
        <source>Take the new weights and biases over, as one step that can be undone</source>
        <translation>새 가중치와 바이어스를 적용합니다. 한 번에 실행 취소할 수 있습니다</translation>
    </message>
    <message>
        <source>End the pass: show every number</source>
        <translation>단계별 계산 끝내기: 모든 값을 표시</translation>
    </message>
    <message>
        <source>Size of a step</source>
        <translation>한 단계의 크기</translation>
    </message>
    <message>
        <source>How much one step takes</source>
        <translation>한 단계에서 계산하는 범위</translation>
    </message>
    <message>
        <source>Samples of the pass</source>
        <translation>계산에 쓰는 샘플</translation>
    </message>
    <message>
        <source>this sample</source>
        <translation>이 샘플</translation>
    </message>
    <message>
        <source>all training samples</source>
        <translation>모든 학습 샘플</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>단계 {number} / {count}</translation>
    </message>
    <message>
        <source>mean over N = {n}</source>
        <translation>N = {n}개의 평균</translation>
    </message>
</context>
<context>
    <name>PointKey</name>
    <message>
        <source>train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>오답</translation>
    </message>
</context>
<context>
    <name>QuantityTable</name>
    <message>
        <source>Quantities</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>Set {symbol} of sample {row}</source>
        <translation>샘플 {row}의 {symbol} 설정</translation>
    </message>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
</context>
<context>
    <name>ScalingLabel</name>
    <message>
        <source>{x} = (raw − {mean}) / {scale}</source>
        <translation>{x} = (원래 값 − {mean}) / {scale}</translation>
    </message>
    <message>
        <source>all {count} inputs</source>
        <translation>입력 {count}개 모두</translation>
    </message>
    <message>
        <source>Standardised inputs</source>
        <translation>표준화한 입력</translation>
    </message>
    <message>
        <source>x = (raw value − mean) / deviation, so that every input has mean 0 and standard deviation 1 over the training samples.</source>
        <translation>x = (원래 값 − 평균) / 표준편차. 학습 샘플에서 모든 입력의 평균은 0, 표준편차는 1이 됩니다.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>표준편차</translation>
    </message>
</context>
<context>
    <name>Speed</name>
    <message>
        <source>Speed of training</source>
        <translation>학습 속도</translation>
    </message>
    <message>
        <source>Speed of training: {pace}</source>
        <translation>학습 속도: {pace}</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>최고 속도</translation>
    </message>
    <message>
        <source>{count} epochs/s</source>
        <translation>{count} 에포크/초</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Mean over the {n} training samples</source>
        <translation>학습 샘플 {n}개의 평균</translation>
    </message>
    <message>
        <source>Training samples that are classified correctly</source>
        <translation>바르게 분류한 학습 샘플</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Press → to step through a pass: every sum and output, the loss, every gradient, and the update.</source>
        <translation>→ 키를 누르면 한 단계씩 계산합니다. 모든 합과 출력, 손실, 기울기, 갱신을 차례로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Steps of the pass</source>
        <translation>계산 단계</translation>
    </message>
</context>
<context>
    <name>StepStrip</name>
    <message>
        <source>Steps of the pass</source>
        <translation>계산 단계</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Learning rate η</source>
        <translation>학습율 η</translation>
    </message>
    <message>
        <source>Loss E</source>
        <translation>손실함수 E</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation>모멘텀 μ</translation>
    </message>
    <message>
        <source>Decay ρ</source>
        <translation>감쇠율 ρ</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 규제</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 규제</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>Seed of the first weights</source>
        <translation>초기 가중치의 시드</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 뽑기</translation>
    </message>
    <message>
        <source>Draw new first weights with the next seed</source>
        <translation>다음 시드로 초기 가중치를 새로 뽑습니다</translation>
    </message>
    <message>
        <source>Their seed</source>
        <translation>가중치 시드</translation>
    </message>
    <message>
        <source>Change learning rate</source>
        <translation>학습율 변경</translation>
    </message>
    <message>
        <source>Change {setting}</source>
        <translation>{setting} 변경</translation>
    </message>
    <message>
        <source>Change batch size</source>
        <translation>배치 크기 변경</translation>
    </message>
    <message>
        <source>Choose optimizer</source>
        <translation>옵티마이저 선택</translation>
    </message>
    <message>
        <source>Choose loss</source>
        <translation>손실함수 선택</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>가중치 새로 뽑기</translation>
    </message>
    <message>
        <source>&lt;i&gt;E&lt;/i&gt; is the mean over the {count} training samples.</source>
        <translation>&lt;i&gt;E&lt;/i&gt;는 학습 샘플 {count}개의 평균입니다.</translation>
    </message>
    <message>
        <source>&lt;i&gt;W&lt;/i&gt; ← &lt;i&gt;W&lt;/i&gt; − η ∂&lt;i&gt;E&lt;/i&gt;/∂&lt;i&gt;W&lt;/i&gt; once an epoch.</source>
        <translation>에포크마다 한 번 &lt;i&gt;W&lt;/i&gt; ← &lt;i&gt;W&lt;/i&gt; − η ∂&lt;i&gt;E&lt;/i&gt;/∂&lt;i&gt;W&lt;/i&gt;</translation>
    </message>
    <message>
        <source>&lt;i&gt;W&lt;/i&gt; ← &lt;i&gt;W&lt;/i&gt; − η ∂&lt;i&gt;E&lt;/i&gt;/∂&lt;i&gt;W&lt;/i&gt; once for every {size} samples.</source>
        <translation>샘플 {size}개마다 한 번 &lt;i&gt;W&lt;/i&gt; ← &lt;i&gt;W&lt;/i&gt; − η ∂&lt;i&gt;E&lt;/i&gt;/∂&lt;i&gt;W&lt;/i&gt;</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;New</source>
        <translation>새로 만들기(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit the network</source>
        <translation>신경망 전체 보기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;More decimals</source>
        <translation>소수 자릿수 늘리기(&amp;M)</translation>
    </message>
    <message>
        <source>F&amp;ewer decimals</source>
        <translation>소수 자릿수 줄이기(&amp;E)</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>시스템 설정 따르기(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>Add a hidden &amp;layer</source>
        <translation>은닉층 추가(&amp;L)</translation>
    </message>
    <message>
        <source>Add a &amp;node</source>
        <translation>노드 추가(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete the selected node or layer</source>
        <translation>선택한 노드 또는 계층 삭제(&amp;D)</translation>
    </message>
    <message>
        <source>New &amp;weights</source>
        <translation>가중치 새로 뽑기(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>학습 시작(&amp;R)</translation>
    </message>
    <message>
        <source>Train the network, or pause</source>
        <translation>신경망 학습 시작 또는 일시 정지</translation>
    </message>
    <message>
        <source>One &amp;epoch</source>
        <translation>1 에포크(&amp;E)</translation>
    </message>
    <message>
        <source>Train one epoch: every sample once</source>
        <translation>1 에포크 학습: 모든 샘플을 한 번씩</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>초기화(&amp;S)</translation>
    </message>
    <message>
        <source>Back to epoch 0 with the same first weights</source>
        <translation>같은 초기 가중치로 에포크 0부터 다시 시작</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>이전 단계(&amp;B)</translation>
    </message>
    <message>
        <source>One step of the pass back</source>
        <translation>한 단계 뒤로</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>다음 단계(&amp;S)</translation>
    </message>
    <message>
        <source>Step through a pass: sums, outputs, loss, gradients, update</source>
        <translation>한 단계씩 계산: 합, 출력, 손실, 기울기, 갱신</translation>
    </message>
    <message>
        <source>&amp;First step</source>
        <translation>처음 단계(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last step</source>
        <translation>마지막 단계(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;End the pass</source>
        <translation>단계별 계산 끝내기(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Notation</source>
        <translation>표기법(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;About nnsim</source>
        <translation>nnsim 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>신경망(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>학습(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
</context>
<context>
    <name>diagram</name>
    <message>
        <source>from node {k} of layer {before} to node {j} of layer {layer}</source>
        <translation>계층 {before}의 노드 {k} → 계층 {layer}의 노드 {j}</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>계층 {layer}</translation>
    </message>
    <message>
        <source>⋮ {count} more</source>
        <translation>⋮ {count}개 더</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>클래스 {name}</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>Set {symbol}</source>
        <translation>{symbol} 설정</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Your work is still here and can be saved. The details help to mend it.</source>
        <translation>작업 내용은 그대로 남아 있으며 저장할 수 있습니다. 자세한 정보는 오류를 고치는 데 도움이 됩니다.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>자세한 정보 복사</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>input 1 of the sample; the input layer hands it on as it is</source>
        <translation>샘플의 입력 1. 입력층은 값을 그대로 내보냅니다</translation>
    </message>
    <message>
        <source>weight into node 1 of layer 3 from node 2 of layer 2</source>
        <translation>계층 2의 노드 2에서 계층 3의 노드 1로 전달되는 가중치</translation>
    </message>
    <message>
        <source>bias of node 1 of layer 2</source>
        <translation>계층 2에 있는 노드 1의 바이어스</translation>
    </message>
    <message>
        <source>weighted sum of node 1 of layer 2: Σ W · a + b</source>
        <translation>계층 2에 있는 노드 1의 가중합: Σ W · a + b</translation>
    </message>
    <message>
        <source>output of node 1 of layer 2: the activation of z</source>
        <translation>계층 2에 있는 노드 1의 출력: z에 활성화 함수를 적용한 값</translation>
    </message>
    <message>
        <source>output 1 of the network</source>
        <translation>신경망의 출력 1</translation>
    </message>
    <message>
        <source>target 1 of the sample: what y should be</source>
        <translation>샘플의 정답 1: y가 되어야 할 값</translation>
    </message>
    <message>
        <source>loss: how far y is from t</source>
        <translation>손실: y가 정답 t에서 벗어난 정도</translation>
    </message>
    <message>
        <source>∂E/∂z of node 1 of layer 2</source>
        <translation>계층 2에 있는 노드 1의 ∂E/∂z</translation>
    </message>
    <message>
        <source>learning rate: W ← W − η ∂E/∂W</source>
        <translation>학습율: W ← W − η ∂E/∂W</translation>
    </message>
    <message>
        <source>number of samples that the mean is taken over</source>
        <translation>평균을 내는 샘플 수</translation>
    </message>
    <message>
        <source>Layers and nodes are numbered from 1; the input layer is layer 1. Of the two lower indices of a weight, the first is where it goes, the second where it comes from.</source>
        <translation>계층과 노드의 번호는 1부터 시작하며, 입력층이 계층 1입니다. 가중치의 아래 첨자 두 개 중 첫째는 도착하는 노드, 둘째는 출발하는 노드입니다.</translation>
    </message>
    <message>
        <source>Notation</source>
        <translation>표기법</translation>
    </message>
    <message>
        <source>A neural network in which every number can be seen, typed and followed.</source>
        <translation>모든 값을 보고, 입력하고, 따라가 볼 수 있는 신경망입니다.</translation>
    </message>
</context>
<context>
    <name>quantities</name>
    <message>
        <source>old</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>new</source>
        <translation>새 값</translation>
    </message>
    <message>
        <source>W from {k}</source>
        <translation>W ({k}에서)</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>identity</source>
        <translation>항등 함수</translation>
    </message>
    <message>
        <source>step</source>
        <translation>계단 함수</translation>
    </message>
    <message>
        <source>binary cross-entropy</source>
        <translation>이진 교차 엔트로피</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>평균 제곱 오차</translation>
    </message>
    <message>
        <source>leaky relu</source>
        <translation>leaky relu</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>경사하강법</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>정규분포</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>균등분포</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>모두 0</translation>
    </message>
    <message>
        <source>Two clusters</source>
        <translation>두 군집</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>원</translation>
    </message>
    <message>
        <source>XOR clouds</source>
        <translation>XOR 군집</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>초승달</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>붓꽃</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>와인</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>유방암</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>손글씨 숫자</translation>
    </message>
    <message>
        <source>Truth tables</source>
        <translation>진리표</translation>
    </message>
    <message>
        <source>Generated, two inputs</source>
        <translation>생성 데이터(입력 2개)</translation>
    </message>
    <message>
        <source>Real data</source>
        <translation>실제 데이터</translation>
    </message>
    <message>
        <source>A network has at most {limit} layers.</source>
        <translation>신경망의 계층은 최대 {limit}개입니다.</translation>
    </message>
    <message>
        <source>A layer has at most {limit} nodes.</source>
        <translation>한 계층의 노드는 최대 {limit}개입니다.</translation>
    </message>
    <message>
        <source>A network has at most {limit} weights and biases. Use fewer nodes or layers.</source>
        <translation>신경망의 가중치와 바이어스는 모두 합해 최대 {limit}개입니다. 노드나 계층을 줄이십시오.</translation>
    </message>
    <message>
        <source>A layer keeps at least one node.</source>
        <translation>계층에는 노드가 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>The input and the output layer cannot be removed.</source>
        <translation>입력층과 출력층은 삭제할 수 없습니다.</translation>
    </message>
    <message>
        <source>That is not a finite number.</source>
        <translation>유한한 수가 아닙니다.</translation>
    </message>
    <message>
        <source>That value is not possible for this setting.</source>
        <translation>이 설정에 쓸 수 없는 값입니다.</translation>
    </message>
    <message>
        <source>The samples hold numbers that are too large to compute with.</source>
        <translation>샘플에 계산하기에 너무 큰 수가 있습니다.</translation>
    </message>
    <message>
        <source>At most 90 % of the samples can be held out for testing.</source>
        <translation>테스트용으로는 샘플의 최대 90 %까지 남겨 둘 수 있습니다.</translation>
    </message>
    <message>
        <source>The input layer hands x on as it is; it has no activation.</source>
        <translation>입력층은 x를 그대로 전달하며 활성화 함수가 없습니다.</translation>
    </message>
    <message>
        <source>These samples were edited by hand and cannot be generated again.</source>
        <translation>직접 편집한 샘플은 다시 생성할 수 없습니다.</translation>
    </message>
    <message>
        <source>This loss does not fit the activation of the output layer.</source>
        <translation>이 손실함수는 출력층의 활성화 함수와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>It is not an nnsim project.</source>
        <translation>nnsim 프로젝트 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>It is larger than a project can be.</source>
        <translation>프로젝트 파일로는 너무 큽니다.</translation>
    </message>
    <message>
        <source>A part of it is missing.</source>
        <translation>파일의 일부가 없습니다.</translation>
    </message>
    <message>
        <source>It has a part that does not belong there.</source>
        <translation>파일에 있어서는 안 될 부분이 있습니다.</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>Something in it is not as it should be.</source>
        <translation>파일 내용 중 올바르지 않은 것이 있습니다.</translation>
    </message>
    <message>
        <source>It was written by a newer nnsim. Update nnsim to open it.</source>
        <translation>더 새로운 버전의 nnsim에서 저장한 파일입니다. 열려면 nnsim을 업데이트하십시오.</translation>
    </message>
    <message>
        <source>Numbers in it do not fit the network.</source>
        <translation>파일에 있는 값이 신경망과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>It contains numbers that are not finite.</source>
        <translation>파일에 유한하지 않은 수가 있습니다.</translation>
    </message>
    <message>
        <source>number by number</source>
        <translation>값 하나씩</translation>
    </message>
    <message>
        <source>node by node</source>
        <translation>노드별</translation>
    </message>
    <message>
        <source>layer by layer</source>
        <translation>계층별</translation>
    </message>
    <message>
        <source>phase by phase</source>
        <translation>과정별</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Own data</source>
        <translation>내 데이터</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력층</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>This is not possible here ({reason}).</source>
        <translation>여기서는 할 수 없습니다({reason}).</translation>
    </message>
    <message>
        <source>Place: {place}</source>
        <translation>위치: {place}</translation>
    </message>
</context>
</TS>
